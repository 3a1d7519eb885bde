'use client';

import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { Recordings } from '@/components/recordings/recordings';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Spinner } from '@/components/ui/spinner';
import { TextLink } from '@/components/ui/text-link';
import { useErrorWords } from '@/components/use-error-words';
import type {
  NextReactionChangeView,
  NextReactionView,
  ReactionView,
} from '@/lib/domain/reactions/reaction-views';
import type { PlayableRecording } from '@/lib/domain/recordings/recording-view';
import { NextReactionHistory } from './next-reaction-history';

type Details = {
  lastReactions: ReactionView[];
  changes: NextReactionChangeView[];
  mayReviewCall: boolean;
  recordings: PlayableRecording[];
  appealNote: string;
};

/** The opened row: what last happened on the appeal, and who moved the promise and why. */
export function NextReactionDetails({ next }: { next: NextReactionView }) {
  const t = useTranslations('reactions');
  const recordings = useTranslations('recordings');
  const format = useFormatter();
  const words = useErrorWords();
  const { details, error } = useDetails(next.id, next.version);
  if (error) return <InlineAlert tone="danger">{words.ofError(error)}</InlineAlert>;
  if (!details) return <Spinner />;
  return (
    <div className="grid gap-4 desk:grid-cols-2">
      <section>
        <h3 className="mb-2 font-medium text-faint text-sm">{t('lastReactions')}</h3>
        {details.lastReactions.length === 0 ? <p className="text-faint">{t('noReactions')}</p> : null}
        <ul className="flex flex-col gap-2">
          {details.lastReactions.map((reaction) => (
            <li key={reaction.id}>
              <span className="text-faint text-sm tabular-nums">
                {format.dateTime(reaction.happenedAt, 'dateTime')}
              </span>{' '}
              {t(`types.${reaction.type}`)} · {reaction.employee.name}
              {reaction.note ? (
                <p dir="auto" className="whitespace-pre-line text-soft">
                  {reaction.note}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
        {details.appealNote ? (
          <div className="mt-3">
            <h3 className="mb-2 font-medium text-faint text-sm">{t('appealNote')}</h3>
            <p dir="auto" className="whitespace-pre-line text-soft [overflow-wrap:anywhere]">
              {details.appealNote}
            </p>
          </div>
        ) : null}
        {details.recordings.length > 0 ? (
          <div className="mt-3">
            <h3 className="mb-2 font-medium text-faint text-sm">
              {recordings(`titles.${details.recordings[0]!.kind}`)}
            </h3>
            <Recordings recordings={details.recordings} />
          </div>
        ) : null}
        {next.callId && details.mayReviewCall ? (
          <p className="mt-2">
            <TextLink href={`/calls/${next.callId}`}>{t('showCall')}</TextLink>
          </p>
        ) : null}
      </section>
      <section>
        <h3 className="mb-2 font-medium text-faint text-sm">{t('history')}</h3>
        <NextReactionHistory changes={details.changes} />
      </section>
    </div>
  );
}

function useDetails(id: string, version: number): { details: Details | null; error: ApiError | null } {
  const [read, setRead] = useState<{ details: Details | null; error: ApiError | null }>({
    details: null,
    error: null,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is read again
  useEffect(() => {
    const controller = new AbortController();
    api.get<Details>(`/next-reactions/${id}`, { signal: controller.signal }).then(
      (details) => setRead({ details, error: null }),
      (thrown: unknown) => {
        if (thrown instanceof ApiError) setRead({ details: null, error: thrown });
      },
    );
    return () => controller.abort();
  }, [id, version]);
  return read;
}
