'use client';

import { useTranslations } from 'use-intl';
import { useErrorWords } from '@/components/use-error-words';
import { usePageChange } from '@/components/use-page-change';

/** What somebody does with a folder; the refusal stands where the press was, and the page shows what is now. */
export function useFolderChange(onDone?: () => void) {
  const t = useTranslations('folders');
  const words = useErrorWords();
  const { error, reasonProblem, problem, ...change } = usePageChange('folders.refusals', onDone);
  const fields = error?.fields ?? {};
  const isFieldRefused = Object.keys(fields).length > 0;
  const isConflict = error?.code === 'conflict';
  return {
    ...change,
    /** Somebody changed the folder meanwhile. */
    isConflict,
    /** What is wrong with one field; `known` is what the form knows of it itself, said when others were refused. */
    fieldProblem: (name: string, known?: string | null) => {
      const message = fields[name] ?? (isFieldRefused ? known : null);
      return message ? words.ofField(message) : undefined;
    },
    /** What is wrong with the whole. */
    problem: isFieldRefused ? null : (reasonProblem ?? (isConflict ? t('changedMeanwhile') : problem)),
  };
}
