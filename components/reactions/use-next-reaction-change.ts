'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';

type Options<Answer> = {
  verb: 'postpone' | 'hand-over' | 'close';
  /** What is said when it is done. */
  done: (answer: Answer) => string;
  /** The subject under which its form is kept. */
  form: string;
  /** The form is not needed any more. */
  onDone: () => void;
};

/**
 * Changes a next reaction as the person saw it: the version is that of the opening, and others' change since then is
 * told instead of being written over. `takeOver` goes on with the newest version.
 */
export function useNextReactionChange<Answer = unknown>(
  next: Pick<NextReactionView, 'id' | 'version' | 'topic' | 'appeal'>,
  { verb, done, form, onDone }: Options<Answer>,
) {
  const router = useRouter();
  const saves = useTranslations('saves.about');
  const [version, setVersion] = useState(next.version);
  const [newest, setNewest] = useState(next.version);
  const { run, busy, error, clearError } = useChange(
    (body: object, options) => api.post<Answer>(`/next-reactions/${next.id}/${verb}`, body, options),
    {
      onDone: (answer) => {
        notify(done(answer));
        onDone();
        router.refresh();
      },
      onRefused: ({ code }) => {
        if (code !== 'conflict') return;
        router.refresh();
        readVersion(next.id).then(setNewest, () => undefined);
      },
      subject: `${verb} ${next.id}`,
      waiting: () => ({
        about: saves(verb === 'hand-over' ? 'handOver' : verb, { topic: next.topic }),
        href: next.appeal ? `/appeals/${next.appeal.id}` : '/reactions',
        form,
        onWaiting: onDone,
      }),
    },
  );
  return {
    run: (body: object) => run({ version, ...body }),
    busy,
    error,
    isOutdated: newest !== version,
    takeOver: () => {
      setVersion(newest);
      clearError();
    },
  };
}

async function readVersion(nextReactionId: string): Promise<number> {
  const { nextReaction } = await api.get<{ nextReaction: NextReactionView }>(
    `/next-reactions/${nextReactionId}`,
  );
  return nextReaction.version;
}
