import { type DepartmentRow, getDepartment } from '@/db/departments';
import type { Db } from '@/db/store';
import type { CallInput } from '@/lib/domain/calls/call-context';

/** Which department a caller who waits for this one is offered to besides, and after how long; null for none in use. */
export async function overflowOf(
  db: Db,
  { overflowDepartmentId, overflowSeconds: seconds }: DepartmentRow,
): Promise<NonNullable<CallInput['overflow']> | null> {
  const other = overflowDepartmentId ? await getDepartment(db, overflowDepartmentId) : null;
  return other && other.disabledAt === null ? { departmentId: other.id, seconds } : null;
}
