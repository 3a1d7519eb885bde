import { listComplaintsOfCounterparties } from '@/db/complaints';
import { listCounterpartiesByIds } from '@/db/counterparties';
import { listProductsOfCounterparty } from '@/db/counterparty-products';
import { listDepartments } from '@/db/departments';
import { listEndedRounds, type RoundRow } from '@/db/rounds';
import { addDays, instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { dayMs } from '@/lib/domain/duration';
import { forbidden } from '@/lib/domain/errors';
import { roundSubjects } from '@/lib/domain/rounds/round';
import { maySeeEveryRound, maySeeRounds, roundsOf } from '@/lib/domain/rounds/round-rights';
import type { RoundTrends } from '@/lib/domain/rounds/round-views';
import { projectNames } from '@/lib/operations/appeals/project-names';
import { type Context, signedIn } from '@/lib/operations/context';

const timeZone = 'Europe/Moscow';
const spanDays = 14;
const mostClients = 100;

/**
 * How satisfied clients were: by fortnight, by what they were asked about, by product, by the department whose work caused a
 * complaint, and client by client, the dissatisfied first. Half a year unless a period is given; a client manager's own
 * clients, the head's and management's everybody.
 * @throws Refusal `forbidden`
 */
export async function readTrends(
  context: Context,
  input: { from?: string; until?: string },
): Promise<RoundTrends> {
  const person = signedIn(context);
  if (!maySeeRounds(person)) throw forbidden();
  const today = wallTimeAt(context.now(), timeZone).date;
  const lastDay = input.until ?? today;
  const until = instantOf(addDays(lastDay, 1), 0, timeZone);
  const from = instantOf(input.from ?? addDays(lastDay, -181), 0, timeZone);
  const managerIds = maySeeEveryRound(person) ? undefined : roundsOf(person);
  const rows = (await listEndedRounds(context.read, { from, until, managerIds })).filter(
    ({ state }) => state !== 'cancelled',
  );
  const cardIds = [...new Set(rows.map(({ counterpartyId }) => counterpartyId))];
  const names = new Map(
    (await listCounterpartiesByIds(context.read, cardIds)).map(({ id, name }) => [id, name]),
  );
  const ofCard = Map.groupBy(rows, ({ counterpartyId }) => counterpartyId);
  context.saw({ kind: 'rounds', rowCount: rows.length, filters: ['period'] });
  return {
    total: trendOf(rows),
    spans: spansOf(from, until).map((span) => ({
      ...span,
      ...trendOf(rows.filter(({ endedAt }) => endedAt! >= span.from && endedAt! < span.until)),
    })),
    subjects: roundSubjects.map((subject) => ({
      subject,
      satisfied: rows.filter(({ answers }) => answers[subject]?.verdict === 'satisfied').length,
      dissatisfied: rows.filter(({ answers }) => answers[subject]?.verdict === 'dissatisfied').length,
    })),
    products: await productsOf(context, ofCard),
    departments: await departmentsOf(context, cardIds, { from, until }),
    clients: [...ofCard]
      .map(([id, ofOne]) => ({
        counterparty: { id, name: names.get(id) ?? '' },
        ...tallyOf(ofOne),
        last: newestOf(ofOne).state,
      }))
      .sort((one, other) => other.dissatisfied - one.dissatisfied || one.satisfied - other.satisfied)
      .slice(0, mostClients),
  };
}

const tallyOf = (rows: readonly RoundRow[]) => ({
  satisfied: rows.filter(({ state }) => state === 'satisfied').length,
  dissatisfied: rows.filter(({ state }) => state === 'dissatisfied').length,
});

const trendOf = (rows: readonly RoundRow[]) => ({
  rounds: rows.length,
  ...tallyOf(rows),
  notReached: rows.filter(({ state }) => state === 'notReached').length,
  refused: rows.filter(({ state }) => state === 'refused').length,
  missed: rows.filter(({ state }) => state === 'missed').length,
});

const newestOf = (rows: readonly RoundRow[]) =>
  rows.reduce((newest, row) => (row.endedAt! > newest.endedAt! ? row : newest));

/** Fortnights that end with the period. */
function spansOf(from: number, until: number) {
  const spans: { from: number; until: number }[] = [];
  for (let end = until; end > from; end -= spanDays * dayMs) {
    spans.unshift({ from: Math.max(from, end - spanDays * dayMs), until: end });
  }
  return spans;
}

async function productsOf(
  context: Context,
  ofCard: Map<string, RoundRow[]>,
): Promise<RoundTrends['products']> {
  const names = await projectNames(context.read);
  const tallies = new Map<string, { satisfied: number; dissatisfied: number }>();
  for (const [id, rows] of ofCard) {
    const own = tallyOf(rows);
    for (const product of await listProductsOfCounterparty(context.read, id)) {
      const known = tallies.get(product) ?? { satisfied: 0, dissatisfied: 0 };
      tallies.set(product, {
        satisfied: known.satisfied + own.satisfied,
        dissatisfied: known.dissatisfied + own.dissatisfied,
      });
    }
  }
  return [...tallies].map(([id, tally]) => ({ product: { id, name: names.get(id) ?? '' }, ...tally }));
}

async function departmentsOf(
  context: Context,
  cardIds: readonly string[],
  { from, until }: { from: number; until: number },
): Promise<RoundTrends['departments']> {
  const complaints = (await listComplaintsOfCounterparties(context.read, cardIds)).filter(
    ({ createdAt }) => createdAt >= from && createdAt < until,
  );
  return (await listDepartments(context.read))
    .map(({ id, name, nameEn }) => ({
      departmentId: id,
      name,
      nameEn,
      complaints: complaints.filter(({ departmentId }) => departmentId === id).length,
    }))
    .filter(({ complaints: count }) => count > 0);
}
