import { listEmployeesByIds, listWorkingEmployees } from '@/db/employees';
import type { OpenNextReactionFilter } from '@/db/open-next-reactions';
import type { Db } from '@/db/store';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { type Person, shortName } from '@/lib/domain/employees/employee';
import type { BoardColumn, WorkFilter } from '@/lib/domain/reactions/next-reactions.contract';
import { nextReactionGroups } from '@/lib/domain/reactions/work-choices';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeNextReactions } from './describe-next-reactions';
import { mostWaiting } from './whose-turn';
import { countWork, listWorkPage, spansOfGroups, workFilters } from './work-list';

const cardsInColumn = 15;
const mostPeople = 40;

type Column = Pick<BoardColumn, 'group' | 'employee'> & {
  narrowing: Pick<OpenNextReactionFilter, 'employeeId' | 'dueFrom' | 'dueBefore'>;
};

/**
 * The work list in columns: overdue, today and later, or one per person and one of what nobody has taken (forty people at
 * most). A column shows its first fifteen and where `listNextReactions` goes on, with how many there are, counted to 100.
 * People without open work have a column where it is the work of one department that is shown.
 * @throws Refusal `forbidden` as `listNextReactions`
 */
export async function boardOfNextReactions(
  context: Context,
  input: WorkFilter & { by: 'due' | 'person' },
): Promise<{ columns: BoardColumn[]; now: number }> {
  const person = signedIn(context);
  const { read: db } = context;
  const now = context.now();
  const whose = await workFilters(db, person, input);
  const wanted = input.by === 'due' ? await byDue(db, person, now) : await byPerson(db, person, input);
  const isOfDepartment = input.scope !== 'all' || input.departmentId !== undefined;
  const columns: BoardColumn[] = [];
  for (const { narrowing, ...column } of wanted) {
    const filters = whose.map((filter) => ({ ...filter, ...narrowing }));
    const count = await countWork(db, filters, mostWaiting);
    if (count === 0 && column.employee !== null && !isOfDepartment) continue;
    const page = await listWorkPage(db, filters, { ...input, limit: cardsInColumn });
    const rows = await describeNextReactions(db, person, page.rows, now);
    columns.push({ ...column, rows, next: page.next, count });
  }
  context.saw({
    kind: 'nextReactions',
    rowCount: columns.reduce((sum, { rows }) => sum + rows.length, 0),
    filters: seenFiltersOf(input),
  });
  return { columns, now };
}

async function byDue(db: Db, person: Person, now: number): Promise<Column[]> {
  const spans = await spansOfGroups(db, person, now);
  return nextReactionGroups.map((group) => ({ group, employee: null, narrowing: spans[group] }));
}

async function byPerson(
  db: Db,
  person: Person,
  { scope, departmentId, employeeId }: WorkFilter,
): Promise<Column[]> {
  const ofDepartment = departmentId ?? (scope === 'department' ? person.departmentId : undefined);
  const all =
    scope === 'mine'
      ? await listEmployeesByIds(db, [person.id, ...person.substitutesFor])
      : await listWorkingEmployees(db, ofDepartment);
  const people = all.filter(({ id }) => employeeId === undefined || id === employeeId).slice(0, mostPeople);
  const columns: Column[] = people.map((employee) => ({
    group: null,
    employee: { id: employee.id, name: shortName(employee) },
    narrowing: { employeeId: employee.id },
  }));
  if (employeeId !== undefined && employeeId !== 'nobody') return columns;
  return [{ group: null, employee: null, narrowing: { employeeId: null } }, ...columns];
}
