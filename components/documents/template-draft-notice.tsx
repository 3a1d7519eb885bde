'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import type { TemplateVersionView } from '@/lib/domain/documents/documents.contract';
import { TemplateWords } from './template-versions';

type Props = {
  inForce: TemplateVersionView;
  /** Another version was published since the draft was begun. */
  isOutdated: boolean;
  /** The draft was typed earlier. */
  isRestored: boolean;
  onKeep: () => void;
  onDrop: () => void;
};

/** What stands in the form is a draft, and which text is in force meanwhile. */
export function TemplateDraftNotice({ inForce, isOutdated, isRestored, onKeep, onDrop }: Props) {
  const t = useTranslations('documents');
  const format = useFormatter();
  const { version, publishedAt, publishedBy } = inForce;
  const drop = (
    <Button size="small" onClick={onDrop}>
      {t('dropDraft')}
    </Button>
  );
  if (isOutdated) {
    const at = publishedAt === null ? '—' : format.dateTime(publishedAt, 'dateTime');
    return (
      <InlineAlert
        tone="warning"
        urgent
        title={t('meanwhile', { version, name: publishedBy?.name ?? '—', at })}
        actions={
          <>
            <Button size="small" onClick={onKeep}>
              {t('keepDraft', { version })}
            </Button>
            {drop}
          </>
        }
      >
        <p>{t('meanwhileText')}</p>
        <details>
          <summary className="cursor-pointer">{t('showVersion', { version })}</summary>
          <TemplateWords version={inForce} />
        </details>
      </InlineAlert>
    );
  }
  return isRestored ? <InlineAlert actions={drop}>{t('draft', { version })}</InlineAlert> : null;
}
