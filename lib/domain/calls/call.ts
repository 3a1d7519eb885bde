/** Where a call is. `ringing`: offered; `claimed`: somebody took it, their phone is being joined; `handingOver`: the caller hears music while the next department is offered the call. */
export const callPhases = ['ringing', 'claimed', 'talking', 'handingOver', 'ended'] as const;
export type CallPhase = (typeof callPhases)[number];

export const callOutcomes = ['answered', 'missed', 'abandoned', 'closedHours', 'blocked', 'failed'] as const;
/** Decided once, some seconds after the end, from all facts. */
export type CallOutcome = (typeof callOutcomes)[number];

export const callerKinds = ['number', 'withheld', 'raw', 'client', 'sip'] as const;
export type CallerKind = (typeof callerKinds)[number];

/** IN-11: a caller who shows any address at all, however raw, can be called back; one whose number is withheld cannot. */
export const canBeCalledBack = (callerKind: CallerKind) => callerKind !== 'withheld';

/** A call is judged answered or missed this long after its end, when late facts have arrived. */
export const verdictAfterMs = 15_000;

/** The name of the caller's room at the phone provider: no personal data, never used again. */
export const roomOf = (callId: string) => `c_${callId.toLowerCase()}`;
