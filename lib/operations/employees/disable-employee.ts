import { updateApiTokensRevoked } from '@/db/api-tokens';
import {
  type EmployeeRow,
  getEmployee,
  getEmployeeForUpdate,
  listSubstitutedByLocked,
  updateEmployee,
} from '@/db/employees';
import { deleteOneTimeLinks } from '@/db/one-time-links';
import { deleteLiveConnectionsOf, updatePresence } from '@/db/presences';
import { updateSessionsEnded } from '@/db/sessions';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, invalid, notFound, Refusal } from '@/lib/domain/errors';
import { handOverClients, listClientManagers } from '@/lib/operations/assignments/hand-over-clients';
import { handOverComplaints } from '@/lib/operations/complaints/hand-over-complaints';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { keepPresenceSpan } from '@/lib/operations/presence/keep-presence-span';
import { recordChange } from '@/lib/operations/settings/record-change';
import { handOverOpenWork } from './hand-over-open-work';
import { handOverUnfinishedCalls } from './hand-over-unfinished-calls';
import { leaveHeadship } from './leave-headship';
import { refuseNobodyToAdminister } from './list-rights-holders';

/**
 * Ends the person's sessions, links and tokens at once and hands their open next reactions, complaints and unfinished calls to
 * the successor. Without one the next reactions go to their department, and the calls wait for whoever may take them over.
 * Their clients, with the folders that are not done, go to a successor who is a client manager, else by rule to those who
 * have the fewest.
 * @throws Refusal `forbidden`, `notFound`, `invalid`; `notPossibleNow` for oneself and for the only administrator
 */
export async function disableEmployee(
  context: Context,
  input: { employeeId: string; successorId: string | null; reason: string },
): Promise<{ handedOver: number; handedOverCalls: number }> {
  const person = signedIn(context);
  if (!mayAdminister(person)) throw forbidden();
  if (person.id === input.employeeId) {
    throw new Refusal('notPossibleNow', 'nobody disables themselves', {}, { reason: 'oneself' });
  }
  return context.tx(async (tx) => {
    const now = context.now();
    const employee = await getEmployeeForUpdate(tx, input.employeeId);
    if (!employee) throw notFound('employee');
    if (employee.disabledAt !== null) {
      throw new Refusal('conflict', 'this person is disabled already', {}, { reason: 'disabled' });
    }
    const successor = input.successorId === null ? null : await getEmployee(tx, input.successorId);
    const isChoice = successor?.disabledAt === null && successor.id !== employee.id;
    if (input.successorId !== null && !isChoice) throw invalid({ successorId: 'notAChoice' });

    await updateEmployee(tx, employee.id, {
      disabledAt: now,
      passwordHash: null,
      version: employee.version + 1,
    });
    await refuseNobodyToAdminister(tx);
    for (const sessionId of await updateSessionsEnded(tx, employee.id, now, 'disabled')) {
      tell(tx, { noun: 'session', nounId: sessionId, employeeId: employee.id });
    }
    await deleteOneTimeLinks(tx, employee.id);
    await updateApiTokensRevoked(tx, employee.id, now);
    await updatePresence(tx, employee.id, { chosen: 'offline', since: now, absentUntil: null });
    await deleteLiveConnectionsOf(tx, employee.id);
    await keepPresenceSpan(tx, context, employee.id);
    await freeTheirPlaces(tx, context, employee);
    // Clients need a client manager: a successor of another department has the work, not the clients.
    const managers = await listClientManagers(tx);
    const { nextReactions: ofFolders } = await handOverClients(tx, context, {
      fromId: employee.id,
      toId: managers.find(({ id }) => id === successor?.id)?.id ?? null,
      reason: input.reason,
    });
    await handOverComplaints(tx, context, {
      fromId: employee.id,
      toId: successor?.id ?? null,
      reason: input.reason,
    });
    const ofWork = await handOverOpenWork(tx, context, {
      from: employee,
      to: successor ?? { id: null, departmentId: employee.departmentId },
      reason: input.reason,
    });
    const handedOverCalls = successor
      ? await handOverUnfinishedCalls(tx, context, { from: employee, to: successor })
      : 0;
    await recordChange(tx, context, {
      noun: 'employee',
      nounId: employee.id,
      before: { disabledAt: null },
      after: { disabledAt: now, ...(successor ? { successorId: successor.id } : {}) },
      reason: input.reason,
    });
    tell(tx, { noun: 'employee', nounId: employee.id }, { noun: 'presence', nounId: employee.id });
    return { handedOver: ofFolders + ofWork, handedOverCalls };
  });
}

/** Nobody is stood in for by a disabled person, and no department is headed by one. */
async function freeTheirPlaces(tx: Tx, context: Context, employee: EmployeeRow): Promise<void> {
  for (const other of await listSubstitutedByLocked(tx, employee.id)) {
    await updateEmployee(tx, other.id, { substituteId: null, version: other.version + 1 });
    await recordChange(tx, context, {
      noun: 'employee',
      nounId: other.id,
      before: { substituteId: employee.id },
      after: { substituteId: null },
    });
  }
  await leaveHeadship(tx, context, employee.id);
}
