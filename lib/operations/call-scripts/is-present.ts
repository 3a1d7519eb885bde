import { getEmployee } from '@/db/employees';
import { findPresences, listHeard } from '@/db/presences';
import type { Db } from '@/db/store';
import { hasPhone } from '@/lib/domain/employees/phone-kind';
import { connectionLostAfterMs, whyUnreachable } from '@/lib/domain/employees/presence';

/** IN-3: a person is there when they say so, have a phone and a call can ring at them; whoever just talks is there too. */
export async function isPresent(db: Db, now: number, employeeId: string): Promise<boolean> {
  const [presence] = await findPresences(db, [employeeId]);
  if (presence?.chosen !== 'available') return false;
  const employee = await getEmployee(db, employeeId);
  const heard = (await listHeard(db, [employeeId], now - connectionLostAfterMs)).get(employeeId) ?? null;
  return (
    employee !== null &&
    hasPhone(employee) &&
    whyUnreachable({ heard, phoneKind: employee.phoneKind, frozenAt: null, now }) === null
  );
}
