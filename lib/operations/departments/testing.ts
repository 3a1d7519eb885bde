import { getDepartment } from '@/db/departments';
import type { Context } from '@/lib/operations/context';
import { updateDepartment } from './update-department';

/** Changes a department as somebody who has just read it. */
export async function changeTestDepartment(
  context: Context,
  given: Omit<Parameters<typeof updateDepartment>[1], 'version'>,
) {
  const { version } = (await getDepartment(context.read, given.departmentId))!;
  return updateDepartment(context, { ...given, version });
}
