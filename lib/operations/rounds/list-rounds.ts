import { getDepartment } from '@/db/departments';
import {
  countRounds,
  countRoundsOwed,
  listRounds as listRows,
  type RoundRow,
  type RoundShow,
} from '@/db/rounds';
import type { Db } from '@/db/store';
import { seenFiltersOf } from '@/lib/domain/access-log/seen';
import { timeZoneOf } from '@/lib/domain/deadlines/business-hours';
import { addDays, instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import type { Person } from '@/lib/domain/employees/employee';
import { forbidden } from '@/lib/domain/errors';
import { afterIdOf, cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import type { RoundState, RoundSubject, Verdict } from '@/lib/domain/rounds/round';
import { maySeeEveryRound, maySeeRounds, roundsOf } from '@/lib/domain/rounds/round-rights';
import type { RoundCounts, RoundView } from '@/lib/domain/rounds/round-views';
import type { roundShows } from '@/lib/domain/rounds/rounds.contract';
import { listedPeriodOf, trendDayOf, trendSpanOf, type WantedPeriod } from '@/lib/domain/rounds/trend-period';
import { listUnattendedManagers } from '@/lib/operations/assignments/absent-managers';
import { type Context, signedIn } from '@/lib/operations/context';
import { describeRounds } from './describe-rounds';

type Input = {
  show: (typeof roundShows)[number];
  scope: 'mine' | 'all';
  /** Whose client it is. */
  managerId?: string;
  /** How it stands, or came out. */
  state?: RoundState;
  /** Of those that ended, this client's alone. */
  counterpartyId?: string;
  /** Of those that ended, of clients who have this product. */
  productId?: string;
  /** Of those that ended, where that was said of the subject; one goes with the other. */
  subject?: RoundSubject;
  verdict?: Verdict;
  after?: string;
  limit: number;
} & WantedPeriod;

type EndedInput = Pick<Input, 'counterpartyId' | 'productId' | 'subject' | 'verdict' | 'from' | 'until'>;

const showOf: Record<Input['show'], RoundShow> = {
  due: 'open',
  planned: 'open',
  ended: 'ended',
  letters: 'letters',
};

/**
 * Rounds of the person and of those they stand in for (CS-9), or everybody's, or one manager's of them: due ones the soonest
 * first, ended ones the newest first, letters the longest waited for first. A complaint that is owed is an emergency (SA-3):
 * whoever sees every round is told of all of them, and of the due ones of absent people without a substitute. One client,
 * one product, one answer and a period are of those that ended, by the days that trends count by.
 * @throws Refusal `forbidden`
 */
export async function listRounds(
  context: Context,
  input: Input,
): Promise<Page<RoundView> & { counts: RoundCounts }> {
  const person = signedIn(context);
  if (!maySeeRounds(person)) throw forbidden();
  const seesAll = maySeeEveryRound(person);
  if (input.scope === 'all' && !seesAll) throw forbidden();
  const whose = input.scope === 'all' ? null : roundsOf(person);
  const { managerId } = input;
  const managerIds =
    managerId === undefined ? whose : [managerId].filter((id) => whose === null || whose.includes(id));
  const dueBefore = await endOfToday(context.read, person, context.now());
  const show = showOf[input.show];
  const ended: EndedInput = show === 'ended' ? input : {};
  const { counterpartyId, productId, subject, verdict } = ended;
  const said = subject && verdict ? { subject, verdict } : undefined;
  const isLookedThrough = productId !== undefined || said !== undefined;
  const span = trendSpanOf(isLookedThrough ? listedPeriodOf(ended, trendDayOf(context.now())) : ended);
  const rows = await listMerged(context.read, managerIds, {
    show,
    ...(input.show === 'due' && { dueBefore, attemptBefore: dueBefore }),
    state: input.state,
    ...{ counterpartyId, productId, said },
    endedFrom: span.from,
    endedBefore: span.until,
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(placeOf(show, last), last.id));
  context.saw({
    kind: 'rounds',
    rowCount: page.rows.length,
    filters: seenFiltersOf({
      ...input,
      ...{ counterpartyId, from: span.from, until: span.until },
      employeeId: managerId,
      projectId: productId,
      outcome: said?.verdict,
    }),
    afterId: afterIdOf(input.after),
  });
  return {
    rows: await describeRounds(context.read, person, page.rows, context.now()),
    next: page.next,
    counts: {
      due: await countRounds(context.read, {
        ...{ show: 'open', managerIds },
        ...{ dueBefore, attemptBefore: dueBefore },
      }),
      owed: await countRoundsOwed(context.read, seesAll ? null : managerIds),
      unattended: seesAll ? await countUnattended(context, dueBefore) : 0,
      letters: await countRounds(context.read, { show: 'letters', managerIds }),
    },
  };
}

async function countUnattended(context: Context, dueBefore: number): Promise<number> {
  const managerIds = await listUnattendedManagers(context.read, context.now());
  if (managerIds.length === 0) return 0;
  return countRounds(context.read, { show: 'open', managerIds, dueBefore, attemptBefore: dueBefore });
}

const placeOf = (show: RoundShow, row: RoundRow) =>
  ({ open: row.dueFrom, ended: row.endedAt, letters: row.letterAskedAt })[show] ?? 0;

/** The rounds of several people in one order; each person's are found by their index. Null: everybody's. */
export async function listMerged(
  db: Db,
  managerIds: readonly string[] | null,
  query: Omit<Parameters<typeof listRows>[1], 'managerId'>,
): Promise<RoundRow[]> {
  if (managerIds === null) return listRows(db, query);
  const rows: RoundRow[] = [];
  for (const managerId of managerIds) rows.push(...(await listRows(db, { ...query, managerId })));
  const sign = query.show === 'ended' ? -1 : 1;
  return rows
    .sort(
      (one, other) =>
        sign * (placeOf(query.show, one) - placeOf(query.show, other) || (one.id < other.id ? -1 : 1)),
    )
    .slice(0, query.limit);
}

/** By the clock of the person's department. */
export const endOfToday = (db: Db, person: Person, now: number) => startOfDay(db, person, now, 1);

/** The same of a day that begins so many days from today. */
export async function startOfDay(db: Db, person: Person, now: number, days: number): Promise<number> {
  const department = await getDepartment(db, person.departmentId);
  const timeZone = timeZoneOf(department);
  return instantOf(addDays(wallTimeAt(now, timeZone).date, days), 0, timeZone);
}
