'use client';

import { useRouter } from 'next/navigation';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';

type Options = {
  subject: string;
  send: (body: object, key: string) => Promise<unknown>;
  /** What is said when it is done. */
  done: string;
  onDone: () => void;
};

/** Sends a change of an appeal; refused because others changed it, the page is read anew and tells so. */
export function useAppealChange({ subject, send, done, onDone }: Options) {
  const router = useRouter();
  return useChange((body: object, { key }) => send(body, key), {
    onDone: () => {
      notify(done);
      onDone();
      router.refresh();
    },
    onRefused: ({ code }) => {
      if (code === 'conflict') router.refresh();
    },
    subject,
  });
}
