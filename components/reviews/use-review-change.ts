'use client';

import { useRouter } from 'next/navigation';
import { api } from '@/components/api';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';

/** Sends a review or the answer to one; the refusal stands where the press was. */
export function useReviewChange(path: string, onDone: () => void) {
  const router = useRouter();
  const words = useErrorWords();
  const { run, busy, error } = useChange(
    ({ body }: { body: object; done: string }, { key }) => api.post(path, body, { key }),
    {
      onDone: (_, { done }) => {
        onDone();
        notify(done);
        router.refresh();
      },
      subject: path,
    },
  );
  return {
    run: (body: object, done: string) => void run({ body, done }),
    busy,
    problem: error ? words.ofError(error) : null,
    required: words.ofField('required'),
  };
}
