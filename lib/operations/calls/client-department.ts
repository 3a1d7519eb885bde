import { type DepartmentRow, getDepartmentByKind } from '@/db/departments';
import type { Tx } from '@/lib/operations/context';

/** The department that callers reach. */
export async function clientDepartment(tx: Tx): Promise<DepartmentRow> {
  const department = await getDepartmentByKind(tx, 'client');
  if (!department) throw new Error('the company has no client department');
  return department;
}
