import { listPhonesOfCounterparties } from '@/db/counterparty-phones';
import { getDepartment } from '@/db/departments';
import type { NextReactionRow } from '@/db/next-reactions';
import {
  countOpenNextReactions,
  listOpenNextReactions,
  type OpenNextReactionFilter,
  type OpenNextReactionOrder,
  soonestFirst,
} from '@/db/open-next-reactions';
import type { Db } from '@/db/store';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import { timeZoneOf } from '@/lib/domain/deadlines/business-hours';
import { addDays, instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import type { Person } from '@/lib/domain/employees/employee';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { cursorOf, type Page, readCursor, stretchCursor, toPage } from '@/lib/domain/paging';
import { readPhone } from '@/lib/domain/phones/read-phone';
import type { WorkFilter } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionGroup, WorkOrder } from '@/lib/domain/reactions/work-choices';
import { matchCards } from '@/lib/operations/counterparties/match-cards';
import { turnOf } from './whose-turn';

/** A text that means more cards than this is no search yet. */
const mostCards = 50;

type Span = Pick<OpenNextReactionFilter, 'dueFrom' | 'dueBefore'>;

/**
 * What of the work a person asks for, as filters that do not overlap; none when the text means no card and no number.
 * @throws Refusal `forbidden` for the work of all, or of another department, without the right to see every card
 */
export async function workFilters(
  db: Db,
  person: Person,
  { scope, departmentId, employeeId, projectId, kind, text = '' }: WorkFilter,
): Promise<OpenNextReactionFilter[]> {
  const whose = whoseWork(person, { scope, departmentId }).map((filter) => ({
    ...filter,
    kind,
    projectId,
    ...(employeeId !== undefined && { employeeId: employeeId === 'nobody' ? null : employeeId }),
  }));
  if (text.trim() === '') return whose;
  const meant = await meantBy(db, person, text.trim());
  return whose.flatMap((filter) => meant.map((about) => ({ ...filter, ...about })));
}

async function meantBy(db: Db, person: Person, text: string): Promise<OpenNextReactionFilter[]> {
  const counterpartyIds = [...(await matchCards(db, text, cardScopeOf(person), mostCards)).keys()];
  const phones = await listPhonesOfCounterparties(db, counterpartyIds);
  const callers = [...phones.map(({ e164 }) => e164), readPhone(text).e164].filter((e164) => e164 !== null);
  return [
    ...(counterpartyIds.length > 0 ? [{ counterpartyIds }] : []),
    ...(callers.length > 0 ? [{ callers: [...new Set(callers)] }] : []),
  ];
}

function whoseWork(
  person: Person,
  { scope, departmentId }: Pick<WorkFilter, 'scope' | 'departmentId'>,
): OpenNextReactionFilter[] {
  if (scope === 'mine') return turnOf(person);
  if (scope === 'department' && (!departmentId || departmentId === person.departmentId)) {
    return [{ departmentId: person.departmentId }];
  }
  if (!seesEveryCard(person)) throw forbidden();
  return [{ departmentId }];
}

/** The first rows of several filters that do not overlap, in one order; each is found by its own index. */
export async function listWork(
  db: Db,
  filters: readonly OpenNextReactionFilter[],
  page: { order?: OpenNextReactionOrder; after?: { at: number; id: string }; limit: number },
): Promise<NextReactionRow[]> {
  const { by, isDescending } = page.order ?? soonestFirst;
  const sign = isDescending ? -1 : 1;
  const rows: NextReactionRow[] = [];
  for (const filter of filters) rows.push(...(await listOpenNextReactions(db, { ...filter, ...page })));
  return rows
    .sort((one, other) => sign * (one[by] - other[by] || (one.id < other.id ? -1 : 1)))
    .slice(0, page.limit);
}

const workOrderings: Record<WorkOrder, OpenNextReactionOrder> = {
  soonest: soonestFirst,
  latest: { by: 'dueAt', isDescending: true },
  oldest: { by: 'createdAt', isDescending: false },
  newest: { by: 'createdAt', isDescending: true },
};

/**
 * One page of the work of these filters, in the order asked for. In the order of urgency complaints stand before
 * everything else (SA-3), but for the work of all.
 */
export async function listWorkPage(
  db: Db,
  filters: readonly OpenNextReactionFilter[],
  page: Pick<WorkFilter, 'scope' | 'kind'> & { order?: WorkOrder; after?: string; limit: number },
): Promise<Page<NextReactionRow>> {
  const order = workOrderings[page.order ?? 'soonest'];
  const cursor = readCursor(page.after, stretchCursor);
  const isByUrgency = order === soonestFirst && page.kind === undefined && page.scope !== 'all';
  const stretches = isByUrgency ? [{ isComplaint: true }, { isComplaint: false }] : [{}];
  const first = cursor?.[2] ?? 0;
  const rows: { row: NextReactionRow; stretch: number }[] = [];
  for (let stretch = first; stretch < stretches.length && rows.length <= page.limit; stretch += 1) {
    const found = await listWork(
      db,
      filters.map((filter) => ({ ...filter, ...stretches[stretch] })),
      {
        order,
        after: cursor && stretch === first ? { at: cursor[0], id: cursor[1] } : undefined,
        limit: page.limit + 1 - rows.length,
      },
    );
    rows.push(...found.map((row) => ({ row, stretch })));
  }
  const { rows: shown, next } = toPage(rows, page.limit, ({ row, stretch }) =>
    cursorOf(row[order.by], row.id, stretch),
  );
  return { rows: shown.map(({ row }) => row), next };
}

/** How many there are, counted up to `most`; the filters must not overlap. */
export async function countWork(
  db: Db,
  filters: readonly OpenNextReactionFilter[],
  most: number,
): Promise<number> {
  let count = 0;
  for (const filter of filters) {
    count += await countOpenNextReactions(db, filter, most - count);
    if (count >= most) break;
  }
  return count;
}

/** What is overdue, due today by the clock of the person's department, and later. */
export async function spansOfGroups(
  db: Db,
  person: Person,
  now: number,
): Promise<Record<NextReactionGroup, Span>> {
  const department = await getDepartment(db, person.departmentId);
  const timeZone = timeZoneOf(department);
  const endOfDayAt = instantOf(addDays(wallTimeAt(now, timeZone).date, 1), 0, timeZone);
  return {
    overdue: { dueBefore: now },
    today: { dueFrom: now, dueBefore: endOfDayAt },
    later: { dueFrom: endOfDayAt },
  };
}
