'use client';

import { FolderOutput } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { FolderStateBadge } from './folder-state-badge';
import { HandOverDialog } from './hand-over-dialog';
import type { HandingOver } from './hand-over-form';

type Props = { page: CardPage; person: HandingOver };

/** The folders of a counterparty; whoever sells hands a client who has paid over from here (ON-1). */
export function CardFoldersPanel({ page, person }: Props) {
  const t = useTranslations('folders');
  const format = useFormatter();
  const [isOpen, setOpen] = useState(false);
  const { folders, purchasesToHandOver, may } = page;
  if (folders.length === 0 && !may.handOverFolder) return null;
  return (
    <Panel
      title={t('ofCard')}
      actions={
        may.handOverFolder ? (
          <Button
            size="small"
            variant="quiet"
            icon={<FolderOutput />}
            disabledReason={purchasesToHandOver.length === 0 ? t('nothingToHandOver') : null}
            onClick={() => setOpen(true)}
          >
            {t('handOver')}
          </Button>
        ) : null
      }
    >
      {folders.length === 0 ? <p className="text-faint">{t('noneOfCard')}</p> : null}
      <ul className="flex flex-col gap-2 empty:hidden">
        {folders.map(({ id, number, state, handedOverAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <TextLink href={`/folders/${id}`}>{t('numbered', { number })}</TextLink>
            <FolderStateBadge state={state} />
            <span className="text-soft text-sm">{format.dateTime(handedOverAt, 'date')}</span>
          </li>
        ))}
      </ul>
      {isOpen ? <HandOverDialog page={page} person={person} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}
