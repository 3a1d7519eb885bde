import type { MyCall } from '@/lib/domain/calls/call-view';

const callSides = [
  'ringing',
  'joining',
  'dialling',
  'talking',
  'consulted',
  'supervising',
  'handingOver',
  'handedOver',
  'waiting',
  'unfinished',
  'inVain',
] as const;
/**
 * What a call is for the person who looks at it: it rings at them, their telephone is being rung into it, the number they call
 * rings, they talk, a colleague asks them for advice, they are in the conversation of another, they hand it over, somebody else
 * talks after their hand-over, the caller waits for anybody, it is left to be finished, it was placed in vain.
 */
export type CallSide = (typeof callSides)[number];

type Seen = Pick<MyCall, 'phase' | 'offer' | 'claimedBy' | 'consult'> &
  Partial<Pick<MyCall, 'supervision' | 'dialFailed'>>;

export function sideOf(call: Seen, personId: string): CallSide {
  const isMine = call.claimedBy?.id === personId;
  switch (call.phase) {
    case 'ended':
    case 'callingOff':
      return call.dialFailed ? 'inVain' : 'unfinished';
    case 'claimed':
      return isMine ? 'joining' : 'handedOver';
    case 'talking':
      if (isMine) return 'talking';
      if (call.supervision?.employee.id === personId) return 'supervising';
      if (call.offer) return 'ringing';
      if (!isConsulted(call, personId)) return 'handedOver';
      return call.consult?.state === 'talking' ? 'consulted' : 'joining';
    case 'handingOver':
      return call.offer ? 'ringing' : 'handingOver';
    case 'connecting':
      return isMine ? 'joining' : 'handedOver';
    case 'dialling':
      return isMine ? 'dialling' : 'handedOver';
    case 'ringing':
      return call.offer ? 'ringing' : 'waiting';
  }
}

/** The person took up a colleague's request for advice on this call. */
export const isConsulted = ({ consult }: Pick<MyCall, 'consult'>, personId: string): boolean =>
  consult !== null && consult.state !== 'ringing' && consult.employee?.id === personId;

/** The call the person works on: talking before joining before handing over; never one that merely rings. */
export function callAtHand<Call extends Seen>(calls: readonly Call[], personId: string): Call | null {
  const order: CallSide[] = ['talking', 'consulted', 'dialling', 'joining', 'handingOver', 'waiting'];
  for (const side of order) {
    const found = calls.find((call) => sideOf(call, personId) === side);
    if (found) return found;
  }
  return null;
}

const busySides: readonly CallSide[] = ['talking', 'consulted', 'supervising', 'joining', 'dialling'];

/** Whether somebody for whom a call is this cannot take another one. */
export const keepsBusy = (side: CallSide): boolean => busySides.includes(side);
