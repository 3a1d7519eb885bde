import { getBlockedNumber } from '@/db/blocked-numbers';
import { findCallFact, insertCallFact, listCallFactsOfNoCall } from '@/db/call-facts';
import { type CallRow, insertCall } from '@/db/calls';
import { type DepartmentRow, getDepartmentByKind } from '@/db/departments';
import { getSetting } from '@/db/settings';
import { canBeCalledBack } from '@/lib/domain/calls/call';
import { callMachineVersion } from '@/lib/domain/calls/call.machine';
import type { CallAnswer, RenderAnswer } from '@/lib/domain/calls/call-answer';
import type { Admission } from '@/lib/domain/calls/call-context';
import type { CallHappening } from '@/lib/domain/calls/call-event';
import { beginCall } from '@/lib/domain/calls/fold-call';
import { readCallTimes } from '@/lib/domain/calls/times';
import { isOpen } from '@/lib/domain/deadlines/working-time';
import { readCallerId } from '@/lib/domain/phones/read-caller-id';
import type { Context, Tx } from '@/lib/operations/context';
import { hoursOf } from '@/lib/operations/reactions/find-responsible';
import { advanceCall, columnsOf, tellCall, tellPeopleOfCall } from './advance-call';
import { announcementOf } from './announcement-of';
import { carryOut } from './carry-out';
import { takesMessage } from './takes-message';
import { writeMissedCall } from './write-missed-call';

export type InboundCall = {
  arrival: { callSid: string; from: string; to: string; [detail: string]: unknown };
  render: RenderAnswer;
};

export const inboundKey = (callSid: string) => `${callSid}:inbound`;

/**
 * A call arrives (S0): kept as a fact and offered to the client department in one act, or turned away outside its hours
 * (IN-11) or from a blocked number (IN-9). Returns the rendered answer, byte for byte the same when the line repeats
 * itself.
 */
export async function receiveInboundCall(context: Context, input: InboundCall): Promise<string> {
  return context.tx((tx) => takeIn(tx, context, input));
}

/** The same inside the caller's transaction. */
export async function takeIn(tx: Tx, context: Context, { arrival, render }: InboundCall): Promise<string> {
  const now = context.now();
  const callId = context.newId();
  const caller = readCallerId(arrival.from);
  const callerE164 = caller.kind === 'number' ? caller.e164 : null;
  const department = await clientDepartment(tx);
  const times = readCallTimes((await getSetting(tx, 'times'))?.value);
  const admission = await admit(tx, callerE164, department, now);
  const announcement = await announcementOf(tx, arrival.to);
  const input = { admission, clientDepartmentId: department.id, times, isRecorded: announcement !== null };
  const begun = beginCall({ ...input, arrivedAt: now });
  const call: CallRow = {
    ...emptyCall,
    id: callId,
    direction: 'inbound',
    callSid: arrival.callSid,
    callerText: arrival.from,
    callerKind: caller.kind,
    callerE164,
    calledNumber: arrival.to,
    machineVersion: callMachineVersion,
    version: 0,
    arrivedAt: now,
    stateSince: now,
    claimGeneration: 0,
    lastEventAt: now,
    ...columnsOf(begun),
  };
  if (!(await insertCall(tx, call))) {
    return (await findCallFact(tx, inboundKey(arrival.callSid)))?.answer ?? '';
  }
  const canLeaveMessage = admission === 'closedHours' && (await takesMessage(tx, call));
  const answer = render(
    canLeaveMessage
      ? { kind: 'message', callId, because: 'closedHours' }
      : answerOf(admission, { callId, announcement, canCallBack: canBeCalledBack(caller.kind) }),
  );
  await insertCallFact(tx, {
    dedupeKey: inboundKey(arrival.callSid),
    callId,
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
  tellCall(tx, call);
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

export async function clientDepartment(tx: Tx): Promise<DepartmentRow> {
  const department = await getDepartmentByKind(tx, 'client');
  if (!department) throw new Error('the company has no client department');
  return department;
}

async function admit(
  tx: Tx,
  callerE164: string | null,
  department: DepartmentRow,
  now: number,
): Promise<Admission> {
  if (callerE164 && (await getBlockedNumber(tx, callerE164))) return 'blocked';
  const hours = hoursOf(department);
  return hours && !isOpen(hours, now) ? 'closedHours' : 'open';
}

function answerOf(
  admission: Admission,
  {
    callId,
    announcement,
    canCallBack,
  }: { callId: string; announcement: string | null; canCallBack: boolean },
): CallAnswer {
  if (admission === 'blocked') return { kind: 'rejected' };
  return admission === 'open' ? { kind: 'room', callId, announcement } : { kind: 'closed', canCallBack };
}

/** The columns a new call leaves empty. */
export const emptyCall = {
  counterpartyId: null,
  outcome: null,
  outcomeDecidedAt: null,
  claimedAt: null,
  ownerId: null,
  route: null,
  recordsWrittenAt: null,
  unfinishedSince: null,
  finishedAt: null,
  finishedBy: null,
  discardReason: null,
  reconciledAt: null,
  quarantinedAt: null,
  quarantineReason: null,
  missedReactionId: null,
};
