import { findCallFact, insertCallFact, listCallFactsOfNoCall } from '@/db/call-facts';
import { type CallRow, insertCall } from '@/db/calls';
import { canBeCalledBack } from '@/lib/domain/calls/call';
import type { CallAnswer, RenderAnswer } from '@/lib/domain/calls/call-answer';
import type { Admission } from '@/lib/domain/calls/call-context';
import type { CallHappening } from '@/lib/domain/calls/call-event';
import type { Context, Tx } from '@/lib/operations/context';
import { requireClientDepartment } from '@/lib/operations/departments/client-department';
import { announceCall } from '@/lib/operations/webhooks/announce-call';
import { admit } from './admit';
import { advanceCall } from './advance-call';
import { type Arrival, beginInbound, callerNumberOf } from './begin-inbound';
import { carryOut } from './carry-out';
import { takesMessage } from './takes-message';
import { tellCall, tellPeopleOfCall } from './tell-call';
import { wordsOfLine } from './words-of-line';
import { writeMissedCall } from './write-missed-call';

export type InboundCall = { arrival: Arrival; render: RenderAnswer };

/** The key of the fact that a call arrived. */
export const inboundKey = (callSid: string) => `${callSid}:inbound`;

/**
 * A call arrives (S0): kept as a fact and offered to the client department in one act, or turned away outside the hours of
 * the line, else of the department (IN-11), or from a blocked number (IN-9). Returns the rendered answer, byte for byte the same when the line repeats
 * itself.
 */
export async function receiveInboundCall(context: Context, input: InboundCall): Promise<string> {
  return context.tx((tx) => takeIn(tx, context, input));
}

/** The same inside the caller's transaction. */
export async function takeIn(tx: Tx, context: Context, { arrival, render }: InboundCall): Promise<string> {
  const now = context.now();
  const department = await requireClientDepartment(tx);
  const callerE164 = callerNumberOf(arrival);
  const admission = await admit(tx, { callerE164, calledNumber: arrival.to }, department, now);
  const { call, input, begun, announcement } = await beginInbound(tx, context, {
    arrival,
    admission,
    department,
    arrivedAt: now,
  });
  const words = await wordsOfLine(tx, arrival.to);
  if (!(await insertCall(tx, call))) {
    const known = await findCallFact(tx, inboundKey(arrival.callSid));
    // One that was asked for is over: nothing was answered to it.
    return known?.answer ?? render({ kind: 'hangUp' });
  }
  announceCall(tx, null, call);
  const canLeaveMessage = admission === 'closedHours' && (await takesMessage(tx, call));
  const answer = render(
    canLeaveMessage
      ? { kind: 'message', callId: call.id, why: words.closedGreeting, invitation: words.messageInvitation }
      : answerOf(admission, {
          callId: call.id,
          announcement,
          greeting: words.closedGreeting,
          canCallBack: canBeCalledBack(call.callerKind),
        }),
  );
  await insertCallFact(tx, {
    dedupeKey: inboundKey(arrival.callSid),
    callId: call.id,
    callSid: arrival.callSid,
    kind: 'call.arrived',
    event: { ...arrival, type: 'call.arrived', ...input },
    occurredAt: now,
    receivedAt: now,
    effect: 'applied',
    answer,
  });
  await carryOut(tx, context, call, begun.effects);
  if (canLeaveMessage) await writeMissedCall(tx, context, call);
  await tellCall(tx, call);
  if (begun.effects.some(({ type }) => type === 'offer')) tellPeopleOfCall(tx, call);
  await hearEarlierEnd(tx, context, call);
  return answer;
}

/** The end of a call can be told before the call: its announcement was answered too late and came again. */
async function hearEarlierEnd(tx: Tx, context: Context, call: CallRow): Promise<void> {
  const earlier = await listCallFactsOfNoCall(tx, call.callSid);
  const end = earlier.find(({ kind }) => kind === 'call.completed');
  if (!end) return;
  await advanceCall(tx, context, call, end.event as CallHappening, {
    dedupeKey: `${end.dedupeKey}:heard`,
    callSid: call.callSid,
    sequenceNumber: end.sequenceNumber,
    at: end.occurredAt,
  });
}

function answerOf(
  admission: Admission,
  {
    callId,
    announcement,
    greeting,
    canCallBack,
  }: { callId: string; announcement: string | null; greeting: string; canCallBack: boolean },
): CallAnswer {
  if (admission === 'blocked') return { kind: 'rejected' };
  return admission === 'open'
    ? { kind: 'room', callId, announcement }
    : { kind: 'closed', greeting, canCallBack };
}
