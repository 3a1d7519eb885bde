'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { notify, notifyOfLoss } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import type { ChangedMany } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { useRefusalWords, useRowRefusalWords } from './refusal-words';
import { undoableChange } from './undoable-change';

type Options<Answer> = {
  verb: 'postpone' | 'hand-over' | 'close';
  /** What is said when it is done. */
  done: (answer: Answer) => string;
  /** The subject under which its form is kept. */
  form: string;
  /** The form is not needed any more. */
  onDone: () => void;
};

type Body = { version: number; outcome?: string };

/**
 * Changes a next reaction as the person saw it: the version is that of the opening, and others' change since then is
 * told instead of being written over. `takeOver` goes on with the newest version. What was done is told with a way back.
 */
export function useNextReactionChange<Answer = unknown>(
  next: Pick<NextReactionView, 'id' | 'version' | 'topic' | 'appeal' | 'lead'>,
  { verb, done, form, onDone }: Options<Answer>,
) {
  const router = useRouter();
  const saves = useTranslations('saves.about');
  const t = useTranslations('reactions.bulk');
  const undo = useUndo();
  const [version, setVersion] = useState(next.version);
  const [newest, setNewest] = useState(next.version);
  const { run, busy, error, clearError } = useChange(
    (body: Body, options) => api.post<Answer>(`/next-reactions/${next.id}/${verb}`, body, options),
    {
      onDone: (answer, body) => {
        const rows = undoableChange(next, verb, body);
        const action = rows ? { label: t('undo'), onClick: () => void undo(rows) } : undefined;
        notify(done(answer), { action });
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

function useUndo() {
  const t = useTranslations('reactions.undo');
  const refusalWords = useRefusalWords();
  const rowRefusalWords = useRowRefusalWords();
  const router = useRouter();
  return async (rows: NonNullable<ReturnType<typeof undoableChange>>) => {
    try {
      const { refused } = await api.post<ChangedMany>('/next-reactions/undo', { rows });
      const [why] = refused;
      if (why) notifyOfLoss(t('refused', { reason: rowRefusalWords(why) }));
      else notify(t('done'));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      notifyOfLoss(refusalWords(error));
    }
    router.refresh();
  };
}

async function readVersion(nextReactionId: string): Promise<number> {
  const { nextReaction } = await api.get<{ nextReaction: NextReactionView }>(
    `/next-reactions/${nextReactionId}`,
  );
  return nextReaction.version;
}
