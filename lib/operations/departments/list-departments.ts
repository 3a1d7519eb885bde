import { listDepartments as listRows } from '@/db/departments';
import type { DepartmentView } from '@/lib/domain/employees/departments.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import { viewDepartments } from './department-view';

/** Departments in order of their making, the disabled ones too. */
export async function listDepartments(context: Context): Promise<{ rows: DepartmentView[] }> {
  signedIn(context);
  return { rows: await viewDepartments(context.read, await listRows(context.read)) };
}
