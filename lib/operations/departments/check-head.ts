import { getEmployee } from '@/db/employees';
import type { Db } from '@/db/store';
import { invalid } from '@/lib/domain/errors';

/**
 * What is escalated to a department goes to its head, who therefore works in it and has the rights of a head. A
 * department that is still to be made (`departmentId` null) has nobody yet.
 * @throws Refusal `invalid` for anybody else
 */
export async function checkHead(db: Db, headId: string | null, departmentId: string | null): Promise<void> {
  if (headId === null) return;
  const head = await getEmployee(db, headId);
  if (!head || head.disabledAt !== null) throw invalid({ headId: 'notAChoice' });
  if (head.departmentId !== departmentId || !head.roles.includes('head')) {
    throw invalid({ headId: 'departments.problems.notItsHead' });
  }
}
