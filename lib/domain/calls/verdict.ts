import type { CallOutcome } from './call';

/** A kept fact or decision of a call: its words, and when it happened. */
export type KeptEvent = { type: string; at: number; [detail: string]: unknown };

/** What became of a call; times are epoch ms, legs go by their labels. */
export type CallVerdict = {
  outcome: CallOutcome;
  answeredAt: number | null;
  /** The leg of the employee who answered first. */
  answeredLabel: string | null;
  endedAt: number | null;
  /** Of the legs that were in the room. */
  legs: Record<string, { joinedAt?: number; leftAt?: number }>;
};

/**
 * Judges an ended call from everything kept of it; the order of the facts does not matter. The provider's own end of the
 * call says best when it was. `releasedLabels`: legs whose claim was over before they joined; whatever is told of them, they
 * answered nothing.
 */
export function judgeCall(
  events: readonly KeptEvent[],
  releasedLabels: ReadonlySet<string> = new Set(),
): CallVerdict {
  const legs: CallVerdict['legs'] = {};
  const notReached = new Set(
    events.filter(({ type }) => type === 'employee.notReached').map(({ label }) => label),
  );
  for (const { type, at, label } of events) {
    if (typeof label !== 'string' || releasedLabels.has(label)) continue;
    const leg = legs[label] ?? {};
    if (type === 'employee.joined') legs[label] = { ...leg, joinedAt: Math.min(leg.joinedAt ?? at, at) };
    if (type === 'employee.left') legs[label] = { ...leg, leftAt: Math.min(leg.leftAt ?? at, at) };
  }
  for (const [label, leg] of Object.entries(legs)) {
    if (leg.joinedAt === undefined && notReached.has(label)) delete legs[label];
  }
  const isPlaced = events.some(({ type }) => type === 'call.placed');
  const answer = isPlaced ? answerOfCalled(events, legs) : firstAnswer(legs);
  return {
    outcome: isPlaced ? outcomeOfPlaced(events, answer !== null) : outcomeOf(events, answer !== null),
    answeredAt: answer?.at ?? null,
    answeredLabel: answer?.label ?? null,
    endedAt: endOf(events),
    legs,
  };
}

/** A leg that left was there, although its join was never told: unless its phone is said not to have been reached. */
function firstAnswer(legs: CallVerdict['legs']): { label: string; at: number } | null {
  const answers = Object.entries(legs).map(([label, leg]) => ({ label, at: (leg.joinedAt ?? leg.leftAt)! }));
  return answers.sort((a, b) => a.at - b.at)[0] ?? null;
}

/** Whom we called was in the room while somebody of ours was; a line that is told to have rung in vain never was. */
function answerOfCalled(
  events: readonly KeptEvent[],
  legs: CallVerdict['legs'],
): { label: string; at: number } | null {
  const came = events.filter(({ type }) => type === 'caller.joined').map(({ at }) => at);
  const at = came.length > 0 ? Math.min(...came) : null;
  if (at === null) return null;
  const met = Object.entries(legs).find(
    ([, { joinedAt, leftAt }]) => (joinedAt ?? at) <= at && (leftAt ?? at) >= at,
  );
  return met ? { label: met[0], at } : null;
}

const callsOff: ReadonlySet<string> = new Set([
  'employee.endedCall',
  'employee.left',
  'employee.notReached',
  'claim.lapsed',
]);

function outcomeOfPlaced(events: readonly KeptEvent[], isAnswered: boolean): CallOutcome {
  if (isAnswered) return 'answered';
  if (events.some(({ type }) => type === 'caller.notDialled')) return 'failed';
  const ends = events.filter(({ type }) => type === 'call.completed').map(({ status }) => status);
  if (ends.includes('busy')) return 'busy';
  if (ends.includes('failed')) return 'failed';
  const ended = endOf(events) ?? Number.POSITIVE_INFINITY;
  const isCalledOff = events.some(({ type, at }) => callsOff.has(type) && at <= ended);
  return isCalledOff && !ends.includes('no-answer') ? 'calledOff' : 'noAnswer';
}

function outcomeOf(events: readonly KeptEvent[], isAnswered: boolean): CallOutcome {
  if (isAnswered) return 'answered';
  const admission = events.find((event) => event.type === 'call.arrived')?.admission;
  if (admission === 'blocked' || admission === 'closedHours') return admission;
  if (admission === 'unheard' || events.some((event) => event.type === 'waiting.lapsed')) return 'missed';
  const isFailed = events.some((event) => event.type === 'call.completed' && event.status === 'failed');
  return isFailed ? 'failed' : 'abandoned';
}

function endOf(events: readonly KeptEvent[]): number | null {
  const latest = (...types: string[]) => {
    const ends = events.filter((event) => types.includes(event.type)).map((event) => event.at);
    return ends.length > 0 ? Math.max(...ends) : null;
  };
  return latest('call.completed') ?? latest('caller.left', 'conference.ended');
}
