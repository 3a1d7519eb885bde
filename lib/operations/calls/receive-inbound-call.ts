import { getBlockedNumber } from '@/db/blocked-numbers';
import { findCallFact, insertCallFact, listCallFactsOfNoCall } from '@/db/call-facts';
import { type CallRow, insertCall } from '@/db/calls';
import { findCompanyNumber } from '@/db/company-numbers';
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
import { announceCall } from '@/lib/operations/webhooks/announce-call';
import { advanceCall } from './advance-call';
import { announcementOf } from './announcement-of';
import { columnsOf } from './call-columns';
import { carryOut } from './carry-out';
import { overflowOf } from './overflow-of';
import { takesMessage } from './takes-message';
import { tellCall, tellPeopleOfCall } from './tell-call';
import { wordsOfLine } from './words-of-line';
import { writeMissedCall } from './write-missed-call';

export type InboundCall = {
  arrival: { callSid: string; from: string; to: string; [detail: string]: unknown };
  render: RenderAnswer;
};

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
  const department = await clientDepartment(tx);
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

/** The row of an inbound call as it begins, what it began with, and what follows from that. */
export async function beginInbound(
  tx: Tx,
  context: Context,
  {
    arrival,
    admission,
    department,
    arrivedAt,
  }: { arrival: InboundCall['arrival']; admission: Admission; department: DepartmentRow; arrivedAt: number },
) {
  const caller = readCallerId(arrival.from);
  const announcement = await announcementOf(tx, arrival.to);
  const input = {
    admission,
    clientDepartmentId: department.id,
    times: readCallTimes((await getSetting(tx, 'times'))?.value),
    isRecorded: announcement !== null,
    overflow: await overflowOf(tx, department),
  };
  const begun = beginCall({ ...input, arrivedAt });
  const call: CallRow = {
    ...emptyCall,
    id: context.newId(),
    direction: 'inbound',
    callSid: arrival.callSid,
    callerText: arrival.from,
    callerKind: caller.kind,
    callerE164: callerNumberOf(arrival),
    calledNumber: arrival.to,
    machineVersion: callMachineVersion,
    version: 0,
    arrivedAt,
    stateSince: arrivedAt,
    claimGeneration: 0,
    lastEventAt: context.now(),
    ...columnsOf(begun),
  };
  return { call, input, begun, announcement };
}

/** E.164; null when the line told none. */
export function callerNumberOf({ from }: { from: string }): string | null {
  const caller = readCallerId(from);
  return caller.kind === 'number' ? caller.e164 : null;
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

/** Whether the line called, else the department, lets a caller in at that moment (epoch ms). */
export async function admit(
  tx: Tx,
  { callerE164, calledNumber }: { callerE164: string | null; calledNumber: string },
  department: DepartmentRow,
  at: number,
): Promise<Exclude<Admission, 'unheard'>> {
  if (callerE164 && (await getBlockedNumber(tx, callerE164))) return 'blocked';
  const line = await findCompanyNumber(tx, calledNumber);
  const hours = (line && hoursOf(line)) ?? hoursOf(department);
  return hours && !isOpen(hours, at) ? 'closedHours' : 'open';
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

/** The columns a new call leaves empty. */
export const emptyCall = {
  counterpartyId: null,
  scriptId: null,
  subjectId: null,
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
  musicAskedAt: null,
  reconciledAt: null,
  quarantinedAt: null,
  quarantineReason: null,
  missedReactionId: null,
};
