import { getEmployee } from '@/db/employees';
import type { Context } from '@/lib/operations/context';
import { updateEmployee } from './update-employee';

type Update = Parameters<typeof updateEmployee>[1];

/** As an administrator does who has just read the person. */
export async function updateTestEmployee(context: Context, given: Omit<Update, 'version'>) {
  const employee = await getEmployee(context.read, given.employeeId);
  return updateEmployee(context, { ...given, version: employee?.version ?? 1 });
}
