import { type EmployeeRow, updateEmployee } from '@/db/employees';
import { getPresenceForUpdate, updatePresence } from '@/db/presences';
import type { PresenceChoice, PresenceView } from '@/lib/domain/employees/presence.contract';
import { invalid } from '@/lib/domain/errors';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { checkEmployee } from '@/lib/operations/employees/check-employee';
import { recordChange } from '@/lib/operations/settings/record-change';
import { keepPresenceSpan } from './keep-presence-span';
import { noteReachability } from './note-reachability';
import { viewPresences } from './presence-view';

/**
 * Keeps what an employee chose to be, by themselves or by their head.
 * @throws Refusal `invalid` at `absentUntil` for a time that has passed, and for a substitute who is not a choice
 */
export async function saveChoice(
  tx: Tx,
  context: Context,
  employee: EmployeeRow,
  choice: PresenceChoice,
): Promise<PresenceView> {
  const now = context.now();
  const absentUntil = choice.chosen === 'absent' ? choice.absentUntil : null;
  if (absentUntil !== null && absentUntil <= now) throw invalid({ absentUntil: 'inThePast' });
  const substituteId =
    choice.chosen === 'absent' && choice.substituteId !== undefined
      ? choice.substituteId
      : employee.substituteId;
  await checkEmployee(tx, employee, { substituteId });

  const before = await getPresenceForUpdate(tx, employee.id, now);
  const since = before.chosen === choice.chosen ? before.since : now;
  await updatePresence(tx, employee.id, {
    chosen: choice.chosen,
    since,
    absentUntil,
    silentFrom: null,
    silentUntil: null,
  });
  await noteReachability(tx, { employeeId: employee.id, now });
  await keepPresenceSpan(tx, context, employee.id);
  if (substituteId !== employee.substituteId)
    await updateEmployee(tx, employee.id, { substituteId, version: employee.version + 1 });
  await recordSubstitution(tx, context, employee, substituteId);
  if (context.person?.id !== employee.id) {
    await recordChange(tx, context, {
      noun: 'presence',
      nounId: employee.id,
      before: { chosen: before.chosen, absentUntil: before.absentUntil },
      after: { chosen: choice.chosen, absentUntil },
    });
  }
  tell(tx, { noun: 'presence', nounId: employee.id });
  const [view] = await viewPresences(tx, [{ ...employee, substituteId }], now);
  return view!;
}

async function recordSubstitution(
  tx: Tx,
  context: Context,
  employee: EmployeeRow,
  substituteId: string | null,
): Promise<void> {
  await recordChange(tx, context, {
    noun: 'employee',
    nounId: employee.id,
    before: { substituteId: employee.substituteId },
    after: { substituteId },
  });
}
