'use client';

import { useTranslations } from 'use-intl';
import { heardAt } from '@/components/recordings/player-position';
import { marksOfCall } from '@/components/recordings/recording-marks';
import { Recordings } from '@/components/recordings/recordings';
import { CallScoring } from '@/components/score-cards/call-scoring';
import { useCallScoring } from '@/components/score-cards/use-call-scoring';
import { commentMarks, useCardPlayer } from '@/components/score-cards/use-card-player';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { CallReview } from '@/lib/domain/calls/review-view';
import { recordingKinds } from '@/lib/domain/recordings/recording';
import type { PlayableRecording } from '@/lib/domain/recordings/recording-view';
import type { CallScoring as Scoring } from '@/lib/domain/score-cards/score-card-views';
import { CallOutcomeBadge } from '../journal/call-outcome';
import { useCallerName } from '../journal/caller-name';
import { BlockNumber } from './block-number';
import { CallFacts } from './call-facts';
import { CallRecords } from './call-records';
import { ConversationPath } from './conversation-path';
import { LineLog } from './line-log';
import { OffersAndClaims } from './offers-and-claims';
import { Supervisions } from './supervisions';
import { useToldWords } from './told-words';

type Props = { review: CallReview; scoring: Scoring; personId: string; mayReadJournal: boolean };

/** One call afterwards: how the conversation went, what it left, and what the line told. */
export function ReviewScreen({ review, scoring, personId, mayReadJournal }: Props) {
  const t = useTranslations('calls');
  const routes = useTranslations('callScripts.routes');
  const recordingWords = useTranslations('recordings.titles');
  const recordingMarks = useTranslations('recordings.marks');
  const { stepWords } = useToldWords();
  const { nameOf, numberOf } = useCallerName();
  const { call, blocking, path } = review;
  const { player, use } = useCardPlayer(review.recordings);
  const scored = useCallScoring(call.id, scoring, player);
  const heard = review.recordings.filter(({ kind, state }) => kind === 'conversation' && state === 'kept');
  const listenFrom = (at: number) => {
    const found = heardAt(at, heard);
    const { listen } = player;
    return found && listen && (() => listen({ recordingId: found.recording.id, seconds: found.seconds }));
  };
  const marksOf = (recording: PlayableRecording) =>
    recording.kind === 'message'
      ? []
      : [
          ...marksOfCall(recording, {
            steps: path.map(({ step, enteredAt }) => ({ at: enteredAt, title: stepWords(step) })),
            holds: review.holds.map((hold) => ({ ...hold, title: recordingMarks('hold') })),
          }),
          ...commentMarks(scored.content, recording.id),
        ];
  const goesOn = path.length > 0 && call.finishedAt === null && call.quarantinedAt === null;
  return (
    <>
      <PageHeader
        up={mayReadJournal ? <TextLink href="/calls">{t('toJournal')}</TextLink> : null}
        title={nameOf(call)}
        meta={
          <>
            <CallOutcomeBadge call={call} />
            {call.route ? <Badge tone="accent">{routes(call.route)}</Badge> : null}
          </>
        }
        actions={
          blocking ? <BlockNumber callId={call.id} number={numberOf(call)} blocking={blocking} /> : null
        }
      />
      {call.quarantinedAt !== null ? (
        <InlineAlert tone="danger" className="mb-4" title={t('review.quarantined')}>
          {t('review.quarantinedText')}
        </InlineAlert>
      ) : null}
      {goesOn ? (
        <InlineAlert
          className="mb-4"
          title={t('review.stillGoesOn')}
          actions={<ButtonLink href={`/desk?call=${call.id}`}>{t('review.openDesk')}</ButtonLink>}
        >
          {t('review.stillGoesOnText')}
        </InlineAlert>
      ) : null}
      <div className="grid gap-4 xl:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <CallFacts review={review} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {recordingKinds.map((kind) => {
            const ofKind = review.recordings.filter((recording) => recording.kind === kind);
            return ofKind.length > 0 ? (
              <Panel key={kind} title={recordingWords(kind)}>
                <Recordings
                  recordings={ofKind}
                  marksOf={marksOf}
                  onComment={kind === 'conversation' ? scored.comment : undefined}
                  {...use}
                />
              </Panel>
            ) : null;
          })}
          <ConversationPath path={path} isOver={!goesOn} listenFrom={listenFrom} />
          <CallScoring scoring={scoring} use={scored} />
          <CallRecords review={review} personId={personId} />
          <OffersAndClaims offers={review.offers} claims={review.claims} />
          <Supervisions supervisions={review.supervisions} />
          <LineLog facts={review.facts} commands={review.commands} />
        </div>
      </div>
    </>
  );
}
