'use client';

import { useRouter } from 'next/navigation';
import { api } from '@/components/api';
import type { ApiError } from '@/components/api-error';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';

type Change = { method?: 'post' | 'delete'; path: string; body?: object; done: string };

/** What somebody does with a score card; the refusal stands where the press was, and the page shows what is now. */
export function useCardChange(onDone: () => void = () => undefined) {
  const router = useRouter();
  const words = useErrorWords();
  const { run, busy, error, clearError } = useChange<Change>(
    ({ method = 'post', path, body }, { key }) => api[method](path, body, { key }),
    {
      onDone: (_, { done }) => {
        onDone();
        notify(done);
        router.refresh();
      },
      onRefused: ({ code }: ApiError) => {
        if (code === 'conflict' || code === 'notPossibleNow') router.refresh();
      },
    },
  );
  return {
    run,
    busy,
    clearError,
    problem: error ? words.ofError(error) : null,
    required: words.ofField('required'),
  };
}
