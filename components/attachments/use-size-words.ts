'use client';

import { useFormatter, useTranslations } from 'use-intl';

/** The size of a file in words. */
export function useSizeWords() {
  const t = useTranslations('attachments');
  const format = useFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 });
  return (byteLength: number) => {
    if (byteLength < 1024) return t('bytes', { count: byteLength });
    if (byteLength < 1024 * 1024) return t('kilobytes', { size: number(byteLength / 1024) });
    if (byteLength < 1024 ** 3) return t('megabytes', { size: number(byteLength / 1024 / 1024) });
    return t('gigabytes', { size: number(byteLength / 1024 ** 3) });
  };
}
