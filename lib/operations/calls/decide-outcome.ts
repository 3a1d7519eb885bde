import { listCallClaims, updateCallClaim } from '@/db/call-claims';
import { type CallFactRow, listCallFacts } from '@/db/call-facts';
import { type CallRow, getCallForUpdate, updateCall } from '@/db/calls';
import { canBeCalledBack } from '@/lib/domain/calls/call';
import { isSupervisorLabel, readLegLabel } from '@/lib/domain/calls/leg';
import { type CallVerdict, judgeCall } from '@/lib/domain/calls/verdict';
import { converse, hearHangUp } from '@/lib/operations/call-scripts/converse';
import type { Context, Tx } from '@/lib/operations/context';
import { orderMeasure } from '@/lib/operations/reports/order-measure';
import { announceCall, announceMissedCall } from '@/lib/operations/webhooks/announce-call';
import { closeMissedCallsOf } from './close-missed-calls';
import { keepCallInVain } from './keep-call-in-vain';
import { keptContextOf } from './kept-context';
import { tellCall } from './tell-call';
import { writeMissedCall } from './write-missed-call';

/**
 * Decides once, some seconds after the end, whether the call was answered, from all its facts however late they came, and
 * writes what that means: a missed call is a next reaction of the client department (IN-11; a withheld number stays in the
 * journal alone). So is an answered one that left no records and whose caller then waited in vain to be taken up again (IN-10).
 */
export async function decideOutcome(tx: Tx, context: Context, callId: string): Promise<void> {
  const call = await getCallForUpdate(tx, callId);
  if (!call || call.outcomeDecidedAt !== null) return;
  const facts = await listCallFacts(tx, callId);
  const released = (await listCallClaims(tx, callId)).filter(
    ({ releasedAt, joinedAt }) => releasedAt !== null && joinedAt === null,
  );
  const verdict = judgeCall(
    facts.map((fact) => eventOf(fact, call.arrivedAt)),
    new Set(released.map(({ label }) => label)),
  );
  const decided = {
    outcome: verdict.outcome,
    outcomeDecidedAt: context.now(),
    answeredAt: verdict.answeredAt,
    endedAt: verdict.endedAt ?? call.endedAt,
    version: call.version + 1,
  };
  await updateCall(tx, callId, decided);
  await completeClaims(tx, callId, verdict);
  const judged = { ...call, ...decided };
  announceCall(tx, call, judged);
  if (verdict.outcome === 'answered') await settleAnswered(tx, context, judged, verdict);
  const isMissed =
    verdict.outcome === 'answered' ? isOwedCallBack(judged, facts) : verdict.outcome !== 'blocked';
  if (verdict.outcome !== 'answered' && call.direction === 'outbound') {
    await keepCallInVain(tx, context, judged);
  } else if (isMissed) await writeMissedCall(tx, context, judged);
  if (isToldAsMissed(judged, isMissed)) announceMissedCall(tx, judged);
  await orderMeasure(tx, context, callId);
  await tellCall(tx, judged);
}

const eventOf = (fact: CallFactRow, arrivedAt: number) => ({
  ...(fact.event as { type: string; [detail: string]: unknown }),
  at: Math.max(fact.occurredAt, arrivedAt),
});

/** Joins and leaves that were told after the end. */
async function completeClaims(tx: Tx, callId: string, verdict: CallVerdict): Promise<void> {
  for (const [label, leg] of Object.entries(verdict.legs)) {
    const generation = readLegLabel(label)?.generation;
    // Whoever took the call over was in the room before they had it.
    const known = isSupervisorLabel(label) ? { leftAt: leg.leftAt } : leg;
    const isKnown = Object.values(known).some((at) => at !== undefined);
    if (generation !== undefined && isKnown) await updateCallClaim(tx, callId, generation, known);
  }
}

/** An answer that was told only after the end began a conversation all the same, which is now unfinished (IN-6). */
async function settleAnswered(tx: Tx, context: Context, call: CallRow, verdict: CallVerdict): Promise<void> {
  await closeMissedCallsOf(tx, context, call);
  const answeredBy = verdict.answeredLabel && readLegLabel(verdict.answeredLabel)?.employeeId;
  if (call.ownerId !== null || !answeredBy) return;
  await updateCall(tx, call.id, { ownerId: answeredBy });
  const owned = { ...call, ownerId: answeredBy };
  await converse(tx, context, owned, { employeeId: answeredBy, after: null });
  await hearHangUp(tx, context, owned);
}

/** An answered call is told as missed when it left a missed call behind, be it before its records were written. */
function isToldAsMissed(call: CallRow, isMissed: boolean): boolean {
  if (call.outcome !== 'answered') return isMissed && call.direction === 'inbound';
  return canBeCalledBack(call.callerKind) && (isMissed || call.missedReactionId !== null);
}

/** Our words promised a call back, or the caller hung up while a hand-over nobody took came back; and no record says so. */
function isOwedCallBack(call: CallRow, facts: readonly CallFactRow[]): boolean {
  if (call.recordsWrittenAt !== null) return false;
  return (
    keptContextOf(call).goesOnAfter === 'handOver' || facts.some(({ kind }) => kind === 'waiting.lapsed')
  );
}
