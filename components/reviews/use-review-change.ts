'use client';

import { useRouter } from 'next/navigation';
import { api } from '@/components/api';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';

type Options = {
  /** What is sent, in the words of the list of what waits. */
  about: string;
  /** The subject under which its words are kept. */
  form: string;
  onDone: () => void;
};

/** Sends a review or the answer to one; the refusal stands where the press was. */
export function useReviewChange(path: string, { about, form, onDone }: Options) {
  const router = useRouter();
  const words = useErrorWords();
  const { run, busy, error } = useChange(
    ({ body }: { body: object; done: string }, options) => api.post(path, body, options),
    {
      onDone: (_, { done }) => {
        onDone();
        notify(done);
        router.refresh();
      },
      subject: path,
      waiting: () => ({ about, form, href: '/reviews', onWaiting: onDone }),
    },
  );
  return {
    run: (body: object, done: string) => void run({ body, done }),
    busy,
    problem: error ? words.ofError(error) : null,
    required: words.ofField('required'),
  };
}
