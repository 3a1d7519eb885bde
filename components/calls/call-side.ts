import type { MyCall } from '@/lib/domain/calls/call-view';

export const callSides = [
  'ringing',
  'joining',
  'talking',
  'handingOver',
  'handedOver',
  'waiting',
  'unfinished',
] as const;
/**
 * What a call is for the person who looks at it: it rings at them, their telephone is being rung into it, they talk,
 * they hand it over, somebody else talks after their hand-over, the caller waits for anybody, it is left to be finished.
 */
export type CallSide = (typeof callSides)[number];

type Seen = Pick<MyCall, 'phase' | 'offer' | 'claimedBy'>;

export function sideOf(call: Seen, personId: string): CallSide {
  const isMine = call.claimedBy?.id === personId;
  switch (call.phase) {
    case 'ended':
      return 'unfinished';
    case 'claimed':
      return isMine ? 'joining' : 'handedOver';
    case 'talking':
      return isMine ? 'talking' : 'handedOver';
    case 'handingOver':
      return call.offer ? 'ringing' : 'handingOver';
    case 'ringing':
      return call.offer ? 'ringing' : 'waiting';
  }
}

/** The call the person works on: talking before joining before handing over; never one that merely rings. */
export function callAtHand<Call extends Seen>(calls: readonly Call[], personId: string): Call | null {
  const order: CallSide[] = ['talking', 'joining', 'handingOver', 'waiting'];
  for (const side of order) {
    const found = calls.find((call) => sideOf(call, personId) === side);
    if (found) return found;
  }
  return null;
}
