import { updateDepartment } from '@/db/departments';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';

/** Writes it down and tells; nothing when it is so already. Times are epoch ms. */
export async function setDepartmentDisabled(
  tx: Tx,
  context: Context,
  departmentId: string,
  before: number | null,
  after: number | null,
): Promise<void> {
  if (before === after) return;
  await updateDepartment(tx, departmentId, { disabledAt: after });
  await recordChange(tx, context, {
    noun: 'department',
    nounId: departmentId,
    before: { disabledAt: before },
    after: { disabledAt: after },
  });
  tell(tx, { noun: 'department', nounId: departmentId });
}
