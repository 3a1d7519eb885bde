import { getDepartment } from '@/db/departments';
import { invalid } from '@/lib/domain/errors';
import type { Tx } from '@/lib/operations/context';

/**
 * Callers of a department may be offered to another one in use besides, and never round in a circle.
 * @throws Refusal `invalid`
 */
export async function checkOverflow(
  tx: Tx,
  overflowDepartmentId: string,
  departmentId: string,
): Promise<void> {
  const other = await getDepartment(tx, overflowDepartmentId);
  if (!other || other.disabledAt !== null) throw invalid({ overflowDepartmentId: 'notAChoice' });
  const seen = new Set<string>();
  let next: string | null = other.id;
  while (next !== null && !seen.has(next)) {
    if (next === departmentId) throw invalid({ overflowDepartmentId: 'departments.problems.circle' });
    seen.add(next);
    next = (await getDepartment(tx, next))?.overflowDepartmentId ?? null;
  }
}
