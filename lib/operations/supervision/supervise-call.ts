import { type CallRow, getCallForUpdate, updateCall } from '@/db/calls';
import { listOpenCallsOf } from '@/db/employee-calls';
import { getEmployee, getEmployeeForUpdate } from '@/db/employees';
import type { Supervision, SupervisionMode } from '@/lib/domain/calls/supervision';
import { fullName } from '@/lib/domain/employees/employee';
import { maySupervise } from '@/lib/domain/employees/permissions';
import { hasPhone } from '@/lib/domain/employees/phone-kind';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { order } from '@/lib/operations/calls/control-call';
import { keptContextOf } from '@/lib/operations/calls/kept-context';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { coachedLegOf } from './carry-out-supervision';

/**
 * Comes into the conversation of another (S5): the telephone of whoever supervises is rung into the room, or their browser
 * dials in. One person at a time; the employee sees who it is, and no other call is offered to either. Asked again by the
 * same person nothing changes.
 * @throws Refusal `forbidden`; `notPossibleNow` with reason `supervised` and the name of who is there already, `noPhone`,
 * `onAnotherCall`, `nobodyTalks`, `cannotWhisper` while the employee's own leg is not known.
 */
export async function superviseCall(
  context: Context,
  { callId, mode }: { callId: string; mode: SupervisionMode },
): Promise<{ callId: string; generation: number; expiresAt: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const employee = await getEmployeeForUpdate(tx, person.id);
    const call = await getCallForUpdate(tx, callId);
    if (!call) throw notFound('call');
    if (!maySupervise(person, call.departmentId)) throw forbidden();
    const { supervision } = keptContextOf(call);
    if (supervision?.employeeId === person.id) return answerOf(callId, supervision);
    if (supervision) throw await supervisedBy(tx, supervision);
    if (!employee || !hasPhone(employee)) throw notPossible('noPhone');
    if ((await listOpenCallsOf(tx, person.id)).length > 0) throw notPossible('onAnotherCall');
    if (call.claimedBy === null || call.phase !== 'talking') throw notPossible('nobodyTalks');
    await checkWhisper(tx, call, mode);

    const generation = call.claimGeneration + 1;
    await updateCall(tx, callId, { claimGeneration: generation });
    await order(
      tx,
      context,
      { ...call, claimGeneration: generation },
      { type: 'supervisor.began', employeeId: person.id, generation, mode, phoneKind: employee.phoneKind },
    );
    const begun = await getCallForUpdate(tx, callId);
    return answerOf(callId, keptContextOf(begun!).supervision!);
  });
}

/** A whisper needs the leg that alone hears it. @throws Refusal `notPossibleNow`, reason `cannotWhisper` */
export async function checkWhisper(tx: Tx, call: CallRow, mode: SupervisionMode): Promise<void> {
  if (mode === 'whisper' && (await coachedLegOf(tx, call)) === null) throw notPossible('cannotWhisper');
}

const answerOf = (callId: string, { generation, expiresAt }: Supervision) => ({
  callId,
  generation,
  expiresAt,
});

const notPossible = (reason: string) =>
  new Refusal('notPossibleNow', 'the conversation cannot be supervised', {}, { reason });

async function supervisedBy(tx: Tx, { employeeId }: Supervision): Promise<Refusal> {
  const supervisor = await getEmployee(tx, employeeId);
  const details = { reason: 'supervised', supervisor: supervisor ? fullName(supervisor) : '' };
  return new Refusal('notPossibleNow', 'somebody is in the conversation already', {}, details);
}
