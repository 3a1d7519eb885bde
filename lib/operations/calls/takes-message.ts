import type { CallRow } from '@/db/calls';
import { getDepartment } from '@/db/departments';
import type { Db } from '@/db/store';
import { canBeCalledBack } from '@/lib/domain/calls/call';

/** Whether the caller may leave a message: their department takes them, and there is a number to call back. */
export async function takesMessage(
  db: Db,
  { callerKind, departmentId }: Pick<CallRow, 'callerKind' | 'departmentId'>,
): Promise<boolean> {
  return canBeCalledBack(callerKind) && ((await getDepartment(db, departmentId))?.takesMessages ?? false);
}
