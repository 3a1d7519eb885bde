import { getCallClaim, updateCallClaim } from '@/db/call-claims';
import { findCallFact, insertCallFact } from '@/db/call-facts';
import { getCallSupervision, updateCallSupervision } from '@/db/call-supervisions';
import { type CallRow, getCallForUpdate, updateCall } from '@/db/calls';
import type { CallAnswer, RenderAnswer } from '@/lib/domain/calls/call-answer';
import type { CallRemark } from '@/lib/domain/calls/call-event';
import type { Context, Tx } from '@/lib/operations/context';
import { coachedLegOf } from '@/lib/operations/supervision/carry-out-supervision';
import { keptContextOf } from './kept-context';
import { tellCall } from './tell-call';

export type BrowserJoin = {
  /** Whose browser dials in, as the phone provider vouches for it; null when it is no person's. */
  employeeId: string | null;
  legCallSid: string;
  callId: string | null;
  /** The claim it says it dials in for; null when it names none. */
  generation: number | null;
  render: RenderAnswer;
};

/** A leg that the call waits for. */
type AwaitedLeg = {
  employeeId: string;
  label: string;
  legCallSid: string | null;
  answer: CallAnswer;
  keep: (legCallSid: string) => Promise<void>;
};

/**
 * A browser dials in for the call its person claimed (S1) or places (OUT-1), is asked for advice in (S4) or supervises (S5).
 * Only one leg of a standing claim of their own is let into the caller's room; any other is hung up on, and nothing changes.
 * A browser that names neither call nor claim tries its line. Returns the rendered answer, the same when the line repeats itself.
 */
export async function joinByBrowser(context: Context, join: BrowserJoin): Promise<string> {
  const { employeeId, legCallSid, callId, generation, render } = join;
  if (employeeId && callId === null && generation === null) return render({ kind: 'lineCheck' });
  return context.tx(async (tx) => {
    const dedupeKey = `${legCallSid}:dialled-in`;
    const earlier = employeeId ? await findCallFact(tx, dedupeKey) : null;
    if (earlier?.answer) return earlier.answer;
    const now = context.now();
    const call = callId && employeeId ? await getCallForUpdate(tx, callId) : null;
    const awaited = call && generation !== null ? await awaitedLegOf(tx, call, generation, now) : null;
    if (!call || awaited?.employeeId !== employeeId) return render({ kind: 'hangUp' });
    if (awaited.legCallSid !== null && awaited.legCallSid !== legCallSid) return render({ kind: 'hangUp' });
    const answer = render(awaited.answer);
    await awaited.keep(legCallSid);
    await updateCall(tx, call.id, { lastEventAt: now });
    const event: CallRemark = { type: 'employee.dialledIn', label: awaited.label };
    await insertCallFact(tx, {
      dedupeKey,
      callId: call.id,
      callSid: null,
      kind: event.type,
      event,
      sequenceNumber: null,
      occurredAt: now,
      receivedAt: now,
      effect: 'ignored',
      answer,
    });
    await tellCall(tx, call);
    return answer;
  });
}

/** Made by a browser, and neither joined nor over. */
async function awaitedLegOf(
  tx: Tx,
  call: CallRow,
  generation: number,
  now: number,
): Promise<AwaitedLeg | null> {
  if (call.endedAt !== null) return null;
  const { supervision } = keptContextOf(call);
  if (supervision?.generation === generation) return supervisorLegOf(tx, call, generation, now);
  const claim = awaitedGeneration(call) === generation ? await getCallClaim(tx, call.id, generation) : null;
  const isStanding =
    claim?.phoneKind === 'browser' &&
    claim.releasedAt === null &&
    claim.leftAt === null &&
    now < claim.expiresAt;
  if (!isStanding) return null;
  return {
    ...claim,
    answer: {
      kind: 'employeeRoom',
      callId: call.id,
      label: claim.label,
      opensRoom: call.phase === 'connecting',
    },
    keep: (legCallSid) => updateCallClaim(tx, call.id, generation, { legCallSid }),
  };
}

async function supervisorLegOf(
  tx: Tx,
  call: CallRow,
  generation: number,
  now: number,
): Promise<AwaitedLeg | null> {
  const { supervision } = keptContextOf(call);
  const row = await getCallSupervision(tx, call.id, generation);
  const isStanding =
    supervision && row?.phoneKind === 'browser' && row.joinedAt === null && now < row.expiresAt;
  if (!isStanding) return null;
  const { label } = row;
  const { mode } = supervision;
  const coachCallSid = await coachedLegOf(tx, call);
  return {
    ...row,
    answer: { kind: 'supervisorRoom', callId: call.id, label, mode, coachCallSid },
    keep: (legCallSid) => updateCallSupervision(tx, call.id, generation, { legCallSid }),
  };
}

function awaitedGeneration(call: CallRow): number | undefined {
  const { claim, consult } = keptContextOf(call);
  if (call.phase === 'claimed' || call.phase === 'connecting') return claim?.generation;
  return consult?.joinedAt === null ? consult.claim?.generation : undefined;
}
