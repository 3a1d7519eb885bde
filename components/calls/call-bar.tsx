'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { SupervisionRow } from '@/components/supervision/supervision-row';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { type CallSide, sideOf } from './call-side';
import { ConsultedRow } from './control/consulted-row';
import { HandOverRow } from './hand-over-row';
import { JoiningRow } from './joining-row';
import { LostWordsRow } from './lost-words-row';
import { useMyCalls } from './my-calls-provider';
import { OfferRow } from './offer-row';
import { DiallingRow } from './outgoing/dialling-row';
import { InVainRow } from './outgoing/in-vain-row';
import { MutedNotice } from './ring/muted-notice';
import { RingSignals } from './ring/ring-signals';
import { TalkingRow } from './talking-row';
import { TroubleRow } from './trouble-row';
import { UnfinishedRow } from './unfinished-row';
import { WaitingRow } from './waiting-row';

const order: CallSide[] = [
  'ringing',
  'talking',
  'consulted',
  'supervising',
  'dialling',
  'joining',
  'handingOver',
  'waiting',
  'inVain',
];

/** Every call of the person, under the top bar of every page: nothing unmounts it and no dialog covers it. */
export function CallBar() {
  const t = useTranslations('desk.bar');
  const { calls, moreRinging, lostWords, personId } = useMyCalls();
  const pathname = usePathname();
  const sided = calls.map((call) => ({ call, side: sideOf(call, personId) }));
  const rows = order.flatMap((side) => sided.filter((each) => each.side === side));
  const ringing = rows.filter(({ side }) => side === 'ringing').map(({ call }) => call);
  // On the desk they stand in the page itself.
  const unfinished = pathname.startsWith('/desk')
    ? []
    : sided.filter(({ side }) => side === 'unfinished').map(({ call }) => call);
  const busySides: CallSide[] = ['talking', 'consulted', 'supervising', 'joining', 'dialling'];
  const isBusy = rows.some(({ side }) => busySides.includes(side));
  const troubles = calls.flatMap((call) => call.troubles);
  // Of a call that stands here with its own troubles they are said already.
  const lost = lostWords.filter(({ callId }) => !calls.some(({ id }) => id === callId));

  return (
    <>
      <RingSignals calls={ringing} />
      {rows.length > 0 || unfinished.length > 0 || troubles.length > 0 || lost.length > 0 ? (
        <section aria-label={t('label')} className="max-h-[45dvh] overflow-y-auto border-line border-b">
          {rows.map(({ call, side }) => (
            <Row
              key={call.id}
              call={call}
              side={side}
              isFirstRinging={call.id === ringing[0]?.id}
              isBusy={isBusy}
            />
          ))}
          {moreRinging > 0 ? (
            <p className="px-4 py-2 font-medium text-sm">{t('moreRinging', { count: moreRinging })}</p>
          ) : null}
          {ringing.length > 0 ? <MutedNotice /> : null}
          {troubles.length > 0 ? <TroubleRow troubles={troubles} /> : null}
          {lost.length > 0 ? <LostWordsRow lost={lost} /> : null}
          {unfinished.length > 0 ? <UnfinishedRow calls={unfinished} /> : null}
        </section>
      ) : null}
    </>
  );
}

type RowProps = { call: MyCall; side: CallSide; isFirstRinging: boolean; isBusy: boolean };

function Row({ call, side, isFirstRinging, isBusy }: RowProps) {
  switch (side) {
    case 'ringing':
      return <OfferRow call={call} isFirst={isFirstRinging} isBusy={isBusy} />;
    case 'joining':
      return <JoiningRow call={call} />;
    case 'dialling':
      return <DiallingRow call={call} />;
    case 'inVain':
      return <InVainRow call={call} />;
    case 'talking':
      return <TalkingRow call={call} />;
    case 'consulted':
      return <ConsultedRow call={call} />;
    case 'supervising':
      return <SupervisionRow call={call} />;
    case 'handingOver':
      return <HandOverRow call={call} />;
    default:
      return <WaitingRow call={call} />;
  }
}
