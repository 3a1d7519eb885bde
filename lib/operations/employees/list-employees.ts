import { listEmployees as listRows } from '@/db/employees';
import type { Person } from '@/lib/domain/employees/employee';
import type { DirectoryEntry, EmployeeView } from '@/lib/domain/employees/employees.contract';
import { isHeadOf, mayAdminister } from '@/lib/domain/employees/permissions';
import { cursorOf, nameCursor, type Page, readPlace, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { viewEmployees } from './employee-view';

/**
 * The directory, by surname; only an administrator sees the disabled. How people get in is told to administrators and
 * their head.
 */
export async function listEmployees(
  context: Context,
  input: { after?: string; limit: number; departmentId?: string; withDisabled: '0' | '1' },
): Promise<Page<DirectoryEntry>> {
  const person = signedIn(context);
  const rows = await listRows(context.read, {
    departmentId: input.departmentId,
    withDisabled: input.withDisabled === '1' && mayAdminister(person),
    after: readPlace(input.after, nameCursor),
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.sortKey, last.id));
  const views = await viewEmployees(context.read, page.rows);
  return { rows: views.map((view) => entryFor(person, view)), next: page.next };
}

function entryFor(person: Person, view: EmployeeView): DirectoryEntry {
  const isTold = mayAdminister(person) || isHeadOf(person, view.departmentId) || view.id === person.id;
  return isTold ? view : { ...view, email: null, hasPassword: null };
}
