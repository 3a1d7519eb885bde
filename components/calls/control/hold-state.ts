import type { MyCall } from '@/lib/domain/calls/call-view';

/** `holding`, `resuming`: it was ordered, and the line has not obeyed. */
export type HoldState = 'none' | 'holding' | 'held' | 'resuming';

/** What the caller really hears: an order to the line that is in trouble has not come about. */
export function holdStateOf({ heldSince, troubles }: Pick<MyCall, 'heldSince' | 'troubles'>): HoldState {
  const waitsFor = (order: 'hold' | 'unhold') =>
    troubles.some(({ type, state }) => type === order && (state === 'pending' || state === 'started'));
  if (heldSince === null) return waitsFor('unhold') ? 'resuming' : 'none';
  return waitsFor('hold') ? 'holding' : 'held';
}
