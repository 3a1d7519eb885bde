import type { CallRow } from '@/db/calls';
import type { DepartmentRow } from '@/db/departments';
import { getSetting } from '@/db/settings';
import { callMachineVersion } from '@/lib/domain/calls/call.machine';
import type { Admission } from '@/lib/domain/calls/call-context';
import { beginCall } from '@/lib/domain/calls/fold-call';
import { readCallTimes } from '@/lib/domain/calls/times';
import { readCallerId } from '@/lib/domain/phones/read-caller-id';
import type { Context, Tx } from '@/lib/operations/context';
import { announcementOf } from './announcement-of';
import { columnsOf, emptyCall } from './call-columns';
import { overflowOf } from './overflow-of';

/** What the line says of a call that arrives. */
export type Arrival = { callSid: string; from: string; to: string; [detail: string]: unknown };

/** The row of an inbound call as it begins, what it began with, and what follows from that. */
export async function beginInbound(
  tx: Tx,
  context: Context,
  {
    arrival,
    admission,
    department,
    arrivedAt,
  }: { arrival: Arrival; admission: Admission; department: DepartmentRow; arrivedAt: number },
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
