'use client';

import { useTranslations } from 'use-intl';

/** What a table says when it has no rows and nothing better to say. */
export function TableEmpty() {
  const t = useTranslations('common.table');
  return <p className="px-4 py-8 text-center text-faint">{t('empty')}</p>;
}
