'use client';

import { useTranslations } from 'use-intl';
import { SupervisionRow } from '@/components/supervision/supervision-row';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { type CallSide, keepsBusy } from './call-side';
import { ConsultedRow } from './control/consulted-row';
import { HandOverRow } from './hand-over-row';
import { JoiningRow } from './joining-row';
import { LostWordsRow } from './lost-words-row';
import { OfferRow } from './offer-row';
import { DiallingRow } from './outgoing/dialling-row';
import { InVainRow } from './outgoing/in-vain-row';
import { MutedNotice } from './ring/muted-notice';
import { TalkingRow } from './talking-row';
import { TroubleRow } from './trouble-row';
import { UnfinishedRow } from './unfinished-row';
import { WaitingRow } from './waiting-row';

type Props = {
  rows: readonly { call: MyCall; side: CallSide }[];
  /** How many more ring than there are rows. */
  moreRinging: number;
  troubles: MyCall['troubles'];
  lost: Parameters<typeof LostWordsRow>[0]['lost'];
  unfinished: readonly MyCall[];
};

/** What stands in the call bar while there is anything. */
export function CallRows({ rows, moreRinging, troubles, lost, unfinished }: Props) {
  const t = useTranslations('desk.bar');
  const ringing = rows.filter(({ side }) => side === 'ringing').map(({ call }) => call);
  const isBusy = rows.some(({ side }) => keepsBusy(side));
  return (
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
