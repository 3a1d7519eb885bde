'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import type { ApiError } from '@/components/api-error';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';

type Change = {
  method?: 'post' | 'put' | 'delete';
  path: string;
  body?: object;
  done: string;
  /** The page to go to, when this one may not be there afterwards. */
  to?: string;
};

/**
 * What somebody does with a thing its page shows: the refusal stands where the press was, and the page shows what is now.
 * `problems`: the messages that say why, by the reason of the refusal.
 */
export function usePageChange(
  problems: string,
  onDone: () => void = () => undefined,
  onRefused: (error: ApiError) => void = () => undefined,
) {
  const router = useRouter();
  const words = useErrorWords();
  const t = useTranslations();
  const has = t.has as (key: string) => boolean;
  const say = t as unknown as (key: string) => string;
  const { run, busy, error, clearError } = useChange<Change>(
    ({ method = 'post', path, body }, { key }) => api[method](path, body, { key }),
    {
      onDone: (_, { done, to }) => {
        onDone();
        notify(done);
        if (to) router.replace(to);
        else router.refresh();
      },
      onRefused: (refusal: ApiError) => {
        const { code } = refusal;
        onRefused(refusal);
        if (code === 'conflict' || code === 'notPossibleNow') router.refresh();
      },
    },
  );
  const reason = `${problems}.${String(error?.details.reason ?? '')}`;
  const reasonProblem = error && has(reason) ? say(reason) : null;
  const [anyField] = Object.values(error?.fields ?? {});
  return {
    run,
    busy,
    error,
    clearError,
    /** What the messages say of the reason of the refusal. */
    reasonProblem,
    /** Of the whole change; of one that no field of the form can show too. */
    problem: error ? (reasonProblem ?? words.ofError(error)) : null,
    fieldProblem: (field: string) => {
      const message = error?.fields[field];
      return message ? words.ofField(message) : undefined;
    },
    anyFieldProblem: anyField ? words.ofField(anyField) : null,
    required: words.ofField('required'),
  };
}
