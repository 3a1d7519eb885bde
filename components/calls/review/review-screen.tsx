'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { heardAt } from '@/components/recordings/player-position';
import type { ChosenPlace } from '@/components/recordings/recording-player';
import { Recordings } from '@/components/recordings/recordings';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { CallReview } from '@/lib/domain/calls/review-view';
import { recordingKinds } from '@/lib/domain/recordings/recording';
import { CallOutcomeBadge } from '../journal/call-outcome';
import { useCallerName } from '../journal/caller-name';
import { BlockNumber } from './block-number';
import { CallFacts } from './call-facts';
import { CallRecords } from './call-records';
import { ConversationPath } from './conversation-path';
import { LineLog } from './line-log';
import { OffersAndClaims } from './offers-and-claims';
import { Supervisions } from './supervisions';

type Props = { review: CallReview; personId: string; mayReadJournal: boolean };

/** One call afterwards: how the conversation went, what it left, and what the line told. */
export function ReviewScreen({ review, personId, mayReadJournal }: Props) {
  const t = useTranslations('calls');
  const routes = useTranslations('callScripts.routes');
  const recordingWords = useTranslations('recordings.titles');
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  const { nameOf, numberOf } = useCallerName();
  const { call, blocking, path } = review;
  const heard = review.recordings.filter(({ kind, state }) => kind === 'conversation' && state === 'kept');
  const listenFrom = (at: number) => {
    const found = heardAt(at, heard);
    return found && (() => setPlace({ recordingId: found.recording.id, seconds: found.seconds }));
  };
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
                <Recordings recordings={ofKind} place={place} />
              </Panel>
            ) : null;
          })}
          <ConversationPath path={path} isOver={!goesOn} listenFrom={listenFrom} />
          <CallRecords review={review} personId={personId} />
          <OffersAndClaims offers={review.offers} claims={review.claims} />
          <Supervisions supervisions={review.supervisions} />
          <LineLog facts={review.facts} commands={review.commands} />
        </div>
      </div>
    </>
  );
}
