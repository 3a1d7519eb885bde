import { type CallClaimRow, getCallClaim, updateCallClaim } from '@/db/call-claims';
import { insertCallFact } from '@/db/call-facts';
import { type CallRow, getCallForUpdate, updateCall } from '@/db/calls';
import type { RenderAnswer } from '@/lib/domain/calls/call-answer';
import type { CallRemark } from '@/lib/domain/calls/call-event';
import type { Context } from '@/lib/operations/context';
import { tellCall } from './advance-call';
import { keptContextOf } from './kept-context';

export type BrowserJoin = {
  /** Whose browser dials in, as the phone provider vouches for it; null when it is no person's. */
  employeeId: string | null;
  legCallSid: string;
  callId: string | null;
  /** The claim it says it dials in for. */
  generation: number;
  render: RenderAnswer;
};

/**
 * A browser dials in for the call its person claimed (S1), places (OUT-1) or is asked for advice in (S4). Only one leg of a standing claim of their own is let into the
 * caller's room; any other is hung up on, and nothing changes. Returns the rendered answer, the same when the line repeats
 * itself.
 */
export async function joinByBrowser(context: Context, join: BrowserJoin): Promise<string> {
  const { employeeId, legCallSid, callId, generation, render } = join;
  return context.tx(async (tx) => {
    const now = context.now();
    const call = callId && employeeId ? await getCallForUpdate(tx, callId) : null;
    const claim = call && (await getCallClaim(tx, call.id, generation));
    if (!call || !claim || claim.employeeId !== employeeId || !isStanding(call, claim, now)) {
      return render({ kind: 'hangUp' });
    }
    if (claim.legCallSid !== null && claim.legCallSid !== legCallSid) return render({ kind: 'hangUp' });
    const { label } = claim;
    const opensRoom = call.phase === 'connecting';
    const answer = render({ kind: 'employeeRoom', callId: call.id, label, opensRoom });
    if (claim.legCallSid === legCallSid) return answer;

    await updateCallClaim(tx, call.id, generation, { legCallSid });
    await updateCall(tx, call.id, { lastEventAt: now });
    const event: CallRemark = { type: 'employee.dialledIn', label };
    await insertCallFact(tx, {
      dedupeKey: `${legCallSid}:dialled-in`,
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
    tellCall(tx, call);
    return answer;
  });
}

/** The claim is the one the call, or the request for advice, waits for; made by a browser, and neither joined nor over. */
function isStanding(call: CallRow, claim: CallClaimRow, now: number): boolean {
  return (
    call.endedAt === null &&
    awaitedGeneration(call) === claim.generation &&
    claim.phoneKind === 'browser' &&
    claim.releasedAt === null &&
    claim.leftAt === null &&
    now < claim.expiresAt
  );
}

function awaitedGeneration(call: CallRow): number | undefined {
  const { claim, consult } = keptContextOf(call);
  if (call.phase === 'claimed' || call.phase === 'connecting') return claim?.generation;
  return consult?.joinedAt === null ? consult.claim?.generation : undefined;
}
