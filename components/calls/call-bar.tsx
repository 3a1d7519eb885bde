'use client';

import { usePathname } from 'next/navigation';
import { laterOnPage } from '@/components/ui/later';
import { CallRowsMeanwhile } from './call-rows-meanwhile';
import { type CallSide, sideOf } from './call-side';
import { useMyCalls } from './my-calls-provider';
import { RingSignals } from './ring/ring-signals';

export const LaterCallRows = laterOnPage(
  () => import('./call-rows').then(({ CallRows }) => CallRows),
  CallRowsMeanwhile,
);

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
  const { calls, moreRinging, lostWords, personId } = useMyCalls();
  const pathname = usePathname();
  const sided = calls.map((call) => ({ call, side: sideOf(call, personId) }));
  const rows = order.flatMap((side) => sided.filter((each) => each.side === side));
  const ringing = rows.filter(({ side }) => side === 'ringing').map(({ call }) => call);
  // On the desk they stand in the page itself.
  const unfinished = pathname.startsWith('/desk')
    ? []
    : sided.filter(({ side }) => side === 'unfinished').map(({ call }) => call);
  const troubles = calls.flatMap((call) => call.troubles);
  // Of a call that stands here with its own troubles they are said already.
  const lost = lostWords.filter(({ callId }) => !calls.some(({ id }) => id === callId));

  return (
    <>
      <RingSignals calls={ringing} />
      {rows.length > 0 || unfinished.length > 0 || troubles.length > 0 || lost.length > 0 ? (
        <LaterCallRows {...{ rows, moreRinging, troubles, lost, unfinished }} />
      ) : null}
    </>
  );
}
