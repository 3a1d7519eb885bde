'use client';

import { useTranslations } from 'use-intl';
import { Button } from './button';

type Props = { onShowMore: () => void; busy?: boolean; shownCount?: number };

/** The foot of a list that goes on: one page more under those in sight. */
export function ShowMore({ onShowMore, busy = false, shownCount }: Props) {
  const t = useTranslations('common.table');
  return (
    <div className="flex flex-wrap items-center justify-center gap-3 p-3">
      <p className="hidden print:block">{t('morePrinted')}</p>
      {shownCount === undefined ? null : (
        <span className="text-faint text-sm">{t('shown', { count: shownCount })}</span>
      )}
      <Button busy={busy} onClick={onShowMore}>
        {busy ? t('loadingMore') : t('showMore')}
      </Button>
    </div>
  );
}
