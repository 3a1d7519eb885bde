'use client';

import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';

/** Takes a merge back, and says why when it cannot be. */
export function useUndoMerge(onDone: () => void) {
  const t = useTranslations('duplicates');
  const words = useErrorWords();
  const { run, busy, error } = useChange(
    (mergeId: string, { key }) => api.post(`/counterparties/merges/${mergeId}/undo`, undefined, { key }),
    { onDone },
  );
  const isChanged = error?.code === 'notPossibleNow';
  return { run, busy, problem: error && (isChanged ? t('changedSince') : words.ofError(error)) };
}
