import { getDepartment } from '@/db/departments';
import {
  countOpenNextReactions,
  listOpenNextReactions,
  type OpenNextReactionFilter,
} from '@/db/next-reactions';
import type { Db } from '@/db/store';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { addDays, instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import type { Person } from '@/lib/domain/employees/employee';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, type Page, readCursor, toPage } from '@/lib/domain/paging';
import { type NextReactionGroup, nextReactionGroups } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeNextReactions } from './describe-next-reactions';
import { hoursOf } from './find-responsible';

const mostCounted = 1000;
const companyTimeZone = 'Europe/Moscow';

export type NextReactionList = Page<NextReactionView> & {
  counts: Record<NextReactionGroup, number>;
  now: number;
};

/**
 * The work list: open next reactions, the soonest first, with how many are overdue, due today and later (each counted to
 * 1000). Own ones include those of absent people the person stands in for (CS-9).
 * @throws Refusal `forbidden` for the list of all, or of another department, without the right to see every card
 */
export async function listNextReactions(
  context: Context,
  input: {
    scope: 'mine' | 'department' | 'all';
    group?: NextReactionGroup;
    departmentId?: string;
    after?: string;
    limit: number;
  },
): Promise<NextReactionList> {
  const person = signedIn(context);
  const now = context.now();
  const { read: db } = context;
  const whose = whoseReactions(person, input);
  const spans = spansOf(now, await endOfDay(db, person, now));
  const cursor = readCursor(input.after);
  const rows = await listOpenNextReactions(db, {
    ...whose,
    ...(input.group ? spans[input.group] : {}),
    after: cursor ? { dueAt: Number(cursor[0]), id: String(cursor[1]) } : undefined,
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.dueAt, last.id));
  context.saw({
    kind: 'nextReactions',
    rowCount: page.rows.length,
    filters: seenFiltersOf(input),
    afterId: afterIdOf(input.after),
  });
  const counts = { overdue: 0, today: 0, later: 0 };
  for (const group of nextReactionGroups) {
    counts[group] = await countOpenNextReactions(db, { ...whose, ...spans[group] }, mostCounted);
  }
  return {
    rows: await describeNextReactions(db, person, page.rows, now),
    next: page.next,
    counts,
    now,
  };
}

function whoseReactions(
  person: Person,
  { scope, departmentId }: { scope: 'mine' | 'department' | 'all'; departmentId?: string },
): OpenNextReactionFilter {
  if (scope === 'mine') return { employeeIds: [person.id, ...person.substitutesFor] };
  if (scope === 'department' && (!departmentId || departmentId === person.departmentId)) {
    return { departmentId: person.departmentId };
  }
  if (!seesEveryCard(person)) throw forbidden();
  return { departmentId };
}

const spansOf = (now: number, endOfDayAt: number) => ({
  overdue: { dueBefore: now },
  today: { dueFrom: now, dueBefore: endOfDayAt },
  later: { dueFrom: endOfDayAt },
});

async function endOfDay(db: Db, person: Person, now: number): Promise<number> {
  const department = await getDepartment(db, person.departmentId);
  const timeZone = (department && hoursOf(department)?.timeZone) || companyTimeZone;
  return instantOf(addDays(wallTimeAt(now, timeZone).date, 1), 0, timeZone);
}
