'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import type { ApiError } from '@/components/api-error';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';

type Change = { method?: 'post' | 'put'; path: string; body?: object; done: string };

/** What somebody does with a folder; the refusal stands where the press was, and the page shows what is now. */
export function useFolderChange(onDone: () => void = () => undefined) {
  const t = useTranslations('folders.refusals');
  const folders = useTranslations('folders');
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
  const reason = error?.details.reason;
  const say = t as unknown as { (key: string): string; has: (key: string) => boolean };
  const fields = error?.fields ?? {};
  const isConflict = error?.code === 'conflict';
  return {
    run,
    busy,
    clearError,
    /** Somebody changed the folder meanwhile. */
    isConflict,
    /** What is wrong with one field; `known` is what the form knows of it itself, said when others were refused. */
    fieldProblem: (name: string, known?: string | null) => {
      const message = fields[name] ?? (Object.keys(fields).length > 0 ? known : null);
      return message ? words.ofField(message) : undefined;
    },
    /** What is wrong with the whole. */
    problem:
      error && Object.keys(fields).length === 0
        ? typeof reason === 'string' && say.has(reason)
          ? say(reason)
          : isConflict
            ? folders('changedMeanwhile')
            : words.ofError(error)
        : null,
    required: words.ofField('required'),
  };
}
