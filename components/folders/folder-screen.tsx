'use client';

import { Printer } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { AttachmentsPanel } from '@/components/attachments/attachments-panel';
import { useSumWords } from '@/components/purchases/use-sum-words';
import { Badge } from '@/components/ui/badge';
import { buttonStyle } from '@/components/ui/button-style';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { FolderView } from '@/lib/domain/folders/folder-views';
import { Checklist } from './checklist';
import { DeviationsPanel } from './deviations-panel';
import { DocumentsPanel } from './documents-panel';
import { FolderStateBadge } from './folder-state-badge';
import { FolderWaits } from './folder-waits';
import { ParcelPanel } from './parcel-panel';
import { TakeOverButton } from './take-over-button';
import { TitlePage } from './title-page';
import { TitlePageCorrections } from './title-page-corrections';
import { TitlePageDialog } from './title-page-dialog';
import { useFolderChange } from './use-folder-change';

/** One folder: its title page, what is done about it, and what it waits for. */
export function FolderScreen({ folder }: { folder: FolderView }) {
  const t = useTranslations('folders');
  const words = useSumWords();
  const change = useFolderChange();
  const { may, counterparty, deliveryOn } = folder;
  return (
    <>
      <PageHeader
        up={<TextLink href="/folders">{t('board')}</TextLink>}
        title={t('titleOf', { number: folder.number, name: counterparty.name })}
        meta={
          <>
            <FolderStateBadge state={folder.state} />
            {folder.products.length > 0 ? (
              <span className="text-soft">{folder.products.join(', ')}</span>
            ) : null}
            {deliveryOn && folder.deliveredAt === null ? (
              <Badge tone={folder.isDeliveryOverdue ? 'danger' : 'plain'}>
                {t('deliveryOn', { day: words.day(deliveryOn) })}
              </Badge>
            ) : null}
          </>
        }
        actions={
          <>
            <a
              href={`/api/v1/folders/${folder.id}/print`}
              download
              className={buttonStyle({ variant: 'secondary', size: 'medium' })}
            >
              <Printer aria-hidden="true" className="size-4" />
              {t('print')}
            </a>
            {may.takeOver ? <TakeOverButton folder={folder} change={change} /> : null}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        {change.problem ? (
          <InlineAlert tone="danger" urgent>
            {change.problem}
          </InlineAlert>
        ) : null}
        <div className="grid gap-4 xl:grid-cols-[22rem_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-4">
            <Panel
              title={t('titlePage')}
              actions={may.correctTitlePage ? <TitlePageDialog folder={folder} /> : null}
            >
              <TitlePage folder={folder} />
              <TitlePageCorrections corrections={folder.corrections} />
            </Panel>
            <DeviationsPanel folder={folder} />
            {may.openCard ? (
              <AttachmentsPanel
                counterpartyId={counterparty.id}
                appealId={folder.appealId}
                first={folder.attachments}
              />
            ) : null}
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <Panel title={t('waitsNow')}>
              <FolderWaits waits={folder.waitsFor} />
            </Panel>
            <Checklist folder={folder} />
            {folder.hasParts ? <ParcelPanel folder={folder} /> : null}
            <DocumentsPanel folder={folder} />
          </div>
        </div>
      </div>
    </>
  );
}
