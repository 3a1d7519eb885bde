import { listDepartments, updateDepartment } from '@/db/departments';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';

/** Nobody heads the departments this person headed: what goes to the head goes to the department until one is appointed. */
export async function leaveHeadship(tx: Tx, context: Context, employeeId: string): Promise<void> {
  for (const department of await listDepartments(tx)) {
    if (department.headId !== employeeId) continue;
    await updateDepartment(tx, department.id, { headId: null });
    await recordChange(tx, context, {
      noun: 'department',
      nounId: department.id,
      before: { headId: employeeId },
      after: { headId: null },
    });
    tell(tx, { noun: 'department', nounId: department.id });
  }
}
