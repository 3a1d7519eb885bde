'use client';

import { useTranslations } from 'use-intl';
import { Button } from './ui/button';
import { InlineAlert } from './ui/inline-alert';

/** The form shows what was typed earlier; the person may begin anew. */
export function RestoredNotice({ isRestored, startAnew }: { isRestored: boolean; startAnew: () => void }) {
  const t = useTranslations('common.kept');
  if (!isRestored) return null;
  return (
    <InlineAlert
      actions={
        <Button size="small" onClick={startAnew}>
          {t('startAnew')}
        </Button>
      }
    >
      {t('restored')}
    </InlineAlert>
  );
}

/** Others changed the record while it was being typed about; nothing is saved over their change unseen. */
export function OutdatedNotice({ isOutdated, takeOver }: { isOutdated: boolean; takeOver: () => void }) {
  const t = useTranslations('common.kept');
  if (!isOutdated) return null;
  return (
    <InlineAlert
      tone="warning"
      urgent
      actions={
        <Button size="small" onClick={takeOver}>
          {t('takeOver')}
        </Button>
      }
    >
      {t('outdated')}
    </InlineAlert>
  );
}
