'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { notify } from '@/components/ui/notify';
import { type Send, useChange } from '@/components/use-change';

type Options = {
  appeal: { id: string; number: number };
  /** What the change is about and its form is kept under. */
  subject: string;
  send: Send<object, unknown>;
  /** What is said when it is done. */
  done: string;
  onDone: () => void;
};

/** Sends a change of an appeal; refused because others changed it, the page is read anew and tells so. */
export function useAppealChange({ appeal, subject, send, done, onDone }: Options) {
  const router = useRouter();
  const saves = useTranslations('saves.about');
  return useChange(send, {
    onDone: () => {
      notify(done);
      onDone();
      router.refresh();
    },
    onRefused: ({ code }) => {
      if (code === 'conflict') router.refresh();
    },
    subject,
    waiting: () => ({
      about: saves('appeal', { number: String(appeal.number) }),
      href: `/appeals/${appeal.id}`,
      form: subject,
      onWaiting: onDone,
    }),
  });
}
