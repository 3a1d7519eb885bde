import { useTranslations } from 'use-intl';

/** Words for a text that can grow no longer: the browser cuts what is pasted beyond the limit without a word. */
export function useLimitReached(value: string, maxLength: number | undefined): string | undefined {
  const t = useTranslations('common');
  if (maxLength === undefined || maxLength < 50 || value.length < maxLength) return undefined;
  return t('limitReached', { count: maxLength });
}
