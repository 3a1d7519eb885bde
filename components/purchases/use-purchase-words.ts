'use client';

import { useTranslations } from 'use-intl';
import { ApiError } from '@/components/api-error';
import { useErrorWords } from '@/components/use-error-words';

/** Why a change of a purchase was refused; one that lies in a folder is said with the folder's number. */
export function usePurchaseWords() {
  const t = useTranslations('purchases');
  const words = useErrorWords();
  return (error: unknown): string | null => {
    if (!(error instanceof ApiError)) return error ? words.ofError(error) : null;
    if (error.details.reason === 'inFolder') {
      return t('inFolder', { number: Number(error.details.folderNumber) });
    }
    if (Object.keys(error.fields).length > 0) return null;
    return error.code === 'conflict' ? t('stale') : words.ofError(error);
  };
}
