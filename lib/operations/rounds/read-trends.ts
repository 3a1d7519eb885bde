import { listCounterpartiesByIds } from '@/db/counterparties';
import { listDepartments } from '@/db/departments';
import {
  countComplaintsByDepartment,
  countRoundsByClient,
  countRoundsByPart,
  countRoundsByProduct,
  countVerdicts,
  listLastStates,
  type TrendScope,
} from '@/db/round-trends';
import type { Db } from '@/db/store';
import { dayMs } from '@/lib/domain/duration';
import { forbidden, invalid } from '@/lib/domain/errors';
import { type RoundState, roundSubjects } from '@/lib/domain/rounds/round';
import { maySeeEveryRound, maySeeRounds, roundsOf } from '@/lib/domain/rounds/round-rights';
import type { RoundTrends } from '@/lib/domain/rounds/round-views';
import {
  problemOfTrendPeriod,
  trendDayOf,
  trendPeriodOf,
  trendSpanOf,
  type WantedPeriod,
} from '@/lib/domain/rounds/trend-period';
import { projectNames } from '@/lib/operations/appeals/project-names';
import { type Context, signedIn } from '@/lib/operations/context';
import { nameNarrowing } from './name-narrowing';

const spanMs = 14 * dayMs;
const mostClients = 100;

/**
 * How satisfied clients were: by fortnight, by what they were asked about, by product, by the department whose work caused a
 * complaint (by fortnight too), and client by client, the dissatisfied first; of one product or one client alone, too. Half a year unless a period is given, two years at most; a client
 * manager's own clients, the head's and management's everybody.
 * @throws Refusal `forbidden`; `invalid` for a period that is too long or ends before it begins, and for a product or a client that is
 * unknown or whose rounds the person does not see
 */
export async function readTrends(
  context: Context,
  input: WantedPeriod & { productId?: string; counterpartyId?: string },
): Promise<RoundTrends> {
  const person = signedIn(context);
  if (!maySeeRounds(person)) throw forbidden();
  const period = trendPeriodOf(input, trendDayOf(context.now()));
  const problem = problemOfTrendPeriod(period);
  if (problem) throw invalid(problem);
  const db = context.read;
  const { productId, counterpartyId } = input;
  const { product, client } = await nameNarrowing(db, person, input);
  if (productId && !product) throw invalid({ productId: 'rounds.errors.unknownProduct' });
  const scope: TrendScope = {
    ...(trendSpanOf(period) as Record<'from' | 'until', number>),
    managerIds: maySeeEveryRound(person) ? undefined : roundsOf(person),
    ...{ productId, counterpartyId },
  };
  const spans = await spansOf(db, scope);
  const total = sumOf(spans);
  const verdicts = await countVerdicts(db, scope);
  context.saw({ kind: 'rounds', rowCount: total.rounds, filters: ['period'] });
  const clients = await clientsOf(db, scope);
  const isOwn = maySeeEveryRound(person) || roundsOf(person).includes(client?.assignedTo ?? '');
  const named =
    clients.find(({ counterparty }) => counterparty.id === counterpartyId)?.counterparty ??
    (client && isOwn ? { id: client.id, name: client.name } : null);
  if (counterpartyId && !named) throw invalid({ counterpartyId: 'rounds.errors.unknownClient' });
  return {
    ...{ period, product, client: named },
    total,
    spans,
    subjects: roundSubjects.map((subject, index) => ({ subject, ...verdicts[index]! })),
    products: await productsOf(db, scope),
    departments: await departmentsOf(db, scope),
    clients,
  };
}

type Trend = RoundTrends['total'];

const counted = ['satisfied', 'dissatisfied', 'notReached', 'refused', 'missed'] as const;
const none: Trend = { rounds: 0, satisfied: 0, dissatisfied: 0, notReached: 0, refused: 0, missed: 0 };
const isCounted = (state: RoundState): state is (typeof counted)[number] =>
  (counted as readonly RoundState[]).includes(state);

const spansIn = ({ from, until }: TrendScope) => Math.ceil((until - from) / spanMs);

/** Fortnights that end with the period, the oldest first. */
async function spansOf(db: Db, scope: TrendScope): Promise<RoundTrends['spans']> {
  const { from, until } = scope;
  const trends = Array.from({ length: spansIn(scope) }, () => ({ ...none }));
  for (const { part, state, count } of await countRoundsByPart(db, scope, spanMs)) {
    const trend = trends[part]!;
    trend.rounds += count;
    if (isCounted(state)) trend[state] += count;
  }
  return trends
    .map((trend, part) => ({
      from: Math.max(from, until - (part + 1) * spanMs),
      until: until - part * spanMs,
      ...trend,
    }))
    .reverse();
}

const sumOf = (trends: readonly Trend[]): Trend =>
  trends.reduce<Trend>((sum, trend) => {
    const figures = ['rounds', ...counted] as const;
    return Object.fromEntries(figures.map((figure) => [figure, sum[figure] + trend[figure]])) as Trend;
  }, none);

async function productsOf(db: Db, scope: TrendScope): Promise<RoundTrends['products']> {
  const names = await projectNames(db);
  return (await countRoundsByProduct(db, scope)).map(({ productId: id, satisfied, dissatisfied }) => ({
    product: { id, name: names.get(id) ?? '' },
    satisfied,
    dissatisfied,
  }));
}

async function departmentsOf(db: Db, scope: TrendScope): Promise<RoundTrends['departments']> {
  const counted = await countComplaintsByDepartment(db, scope, spanMs);
  return (await listDepartments(db)).flatMap(({ id, name, nameEn }) => {
    const complaintsBySpan = Array.from({ length: spansIn(scope) }, () => 0);
    for (const { departmentId, part, count } of counted) {
      if (departmentId === id) complaintsBySpan[part] = count;
    }
    const complaints = complaintsBySpan.reduce((sum, count) => sum + count, 0);
    if (complaints === 0) return [];
    return { departmentId: id, name, nameEn, complaints, complaintsBySpan: complaintsBySpan.reverse() };
  });
}

async function clientsOf(db: Db, scope: TrendScope): Promise<RoundTrends['clients']> {
  const tallies = await countRoundsByClient(db, scope, mostClients);
  const ids = tallies.map(({ counterpartyId }) => counterpartyId);
  const names = new Map((await listCounterpartiesByIds(db, ids)).map(({ id, name }) => [id, name]));
  const last = await listLastStates(db, ids, scope);
  return tallies.map(({ counterpartyId: id, satisfied, dissatisfied }) => ({
    counterparty: { id, name: names.get(id) ?? '' },
    satisfied,
    dissatisfied,
    last: last.get(id)!,
  }));
}
