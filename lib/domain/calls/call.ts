/**
 * Where a call is. `ringing`: offered; `claimed`: somebody took it, their phone is being joined; `handingOver`: the caller
 * hears music while the next department is offered the call. Of a call we place: `connecting`: the phone of whoever places
 * it is being joined; `dialling`: the number rings; `callingOff`: it is told to ring no more.
 */
export const callPhases = [
  'ringing',
  'claimed',
  'connecting',
  'dialling',
  'callingOff',
  'talking',
  'handingOver',
  'ended',
] as const;
export type CallPhase = (typeof callPhases)[number];

/** Who called whom. In both the other party is the `caller`: the one on the line who is not ours. */
export const callDirections = ['inbound', 'outbound'] as const;
export type CallDirection = (typeof callDirections)[number];

/** The last three are of calls we placed. */
export const callOutcomes = [
  'answered',
  'missed',
  'abandoned',
  'closedHours',
  'blocked',
  'failed',
  'busy',
  'noAnswer',
  'calledOff',
] as const;
/** Decided once, some seconds after the end, from all facts. */
export type CallOutcome = (typeof callOutcomes)[number];

export const callerKinds = ['number', 'withheld', 'raw', 'client', 'sip'] as const;
export type CallerKind = (typeof callerKinds)[number];

/** IN-11: a caller who shows any address at all, however raw, can be called back; one whose number is withheld cannot. */
export const canBeCalledBack = (callerKind: CallerKind) => callerKind !== 'withheld';

/** A call is judged answered or missed this long after its end, when late facts have arrived. */
export const verdictAfterMs = 15_000;

/** Until the number of a call we place is dialled, the line has no sid for it and its own id stands there. */
export const hasLine = ({ id, callSid }: { id: string; callSid: string }) => callSid !== id;

/** The name of the caller's room at the phone provider: no personal data, never used again. */
export const roomOf = (callId: string) => `c_${callId.toLowerCase()}`;
