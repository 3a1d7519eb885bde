import { getDepartment } from '@/db/departments';
import {
  countOpenNextReactions,
  listOpenNextReactions,
  type NextReactionRow,
  type OpenNextReactionFilter,
} from '@/db/next-reactions';
import type { Db } from '@/db/store';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { addDays, instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import type { Person } from '@/lib/domain/employees/employee';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, type Page, readCursor, stretchCursor, toPage } from '@/lib/domain/paging';
import {
  type NextReactionGroup,
  nextReactionGroups,
  type nextReactionScopes,
} from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeNextReactions } from './describe-next-reactions';
import { hoursOf } from './find-responsible';
import { countWaiting, turnOf } from './whose-turn';

const mostCounted = 1000;
const companyTimeZone = 'Europe/Moscow';

export type NextReactionList = Page<NextReactionView> & {
  counts: Record<NextReactionGroup, number>;
  waiting: { mine: number; department: number };
  now: number;
};

type Scope = (typeof nextReactionScopes)[number];
type Place = { dueAt: number; id: string };

/**
 * The work list: open next reactions, the soonest first, with how many are overdue, due today and later (each counted to
 * 1000). Own ones are those whose turn it is the person's. Complaints stand before everything else (SA-3), but for the
 * list of all.
 * @throws Refusal `forbidden` for the list of all, or of another department, without the right to see every card
 */
export async function listNextReactions(
  context: Context,
  input: { scope: Scope; group?: NextReactionGroup; departmentId?: string; after?: string; limit: number },
): Promise<NextReactionList> {
  const person = signedIn(context);
  const now = context.now();
  const { read: db } = context;
  const whose = whoseReactions(person, input);
  const spans = spansOf(now, await endOfDay(db, person, now));
  const span = input.group ? spans[input.group] : {};
  const cursor = readCursor(input.after, stretchCursor);
  const stretches = input.scope === 'all' ? [{}] : [{ isComplaint: true }, { isComplaint: false }];
  const first = cursor?.[2] ?? 0;
  const rows: (NextReactionRow & { stretch: number })[] = [];
  for (let stretch = first; stretch < stretches.length && rows.length <= input.limit; stretch += 1) {
    const found = await listMerged(
      db,
      whose.map((filter) => ({ ...filter, ...span, ...stretches[stretch] })),
      {
        after: cursor && stretch === first ? { dueAt: cursor[0], id: cursor[1] } : undefined,
        limit: input.limit + 1 - rows.length,
      },
    );
    rows.push(...found.map((row) => ({ ...row, stretch })));
  }
  const page = toPage(rows, input.limit, (last) => cursorOf(last.dueAt, last.id, last.stretch));
  context.saw({
    kind: 'nextReactions',
    rowCount: page.rows.length,
    filters: seenFiltersOf(input),
    afterId: afterIdOf(input.after),
  });
  const counts = { overdue: 0, today: 0, later: 0 };
  for (const group of nextReactionGroups) {
    for (const filter of whose) {
      const most = mostCounted - counts[group];
      counts[group] += await countOpenNextReactions(db, { ...filter, ...spans[group] }, most);
    }
  }
  return {
    rows: await describeNextReactions(db, person, page.rows, now),
    next: page.next,
    counts,
    waiting: {
      mine: await countWaiting(db, turnOf(person), now),
      department: await countWaiting(db, [{ departmentId: person.departmentId }], now),
    },
    now,
  };
}

/** The first rows of several filters that do not overlap, the soonest first; each is found by its own index. */
async function listMerged(
  db: Db,
  filters: readonly OpenNextReactionFilter[],
  page: { after?: Place; limit: number },
): Promise<NextReactionRow[]> {
  const rows: NextReactionRow[] = [];
  for (const filter of filters) rows.push(...(await listOpenNextReactions(db, { ...filter, ...page })));
  return rows
    .sort((one, other) => one.dueAt - other.dueAt || (one.id < other.id ? -1 : 1))
    .slice(0, page.limit);
}

function whoseReactions(
  person: Person,
  { scope, departmentId }: { scope: Scope; departmentId?: string },
): OpenNextReactionFilter[] {
  if (scope === 'mine') return turnOf(person);
  if (scope === 'department' && (!departmentId || departmentId === person.departmentId)) {
    return [{ departmentId: person.departmentId }];
  }
  if (!seesEveryCard(person)) throw forbidden();
  return [{ departmentId }];
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
