import type { Db } from '@/db/store';
import { complaintDueMs } from '@/lib/domain/complaints/complaint';
import { instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { dayMs, hourMs } from '@/lib/domain/duration';
import { addMonths, monthOf } from '@/lib/domain/pay/pay';
import type { RoundAnswers, RoundState } from '@/lib/domain/rounds/round';
import type { DemoCompany } from './company';
import type { DemoCounterparty } from './counterparties';
import { insertAll } from './insert-all';
import { createRandom, type Random } from './random';

type Row<Table extends keyof Db['t']> = Db['t'][Table]['$inferSelect'];

const timeZone = 'Europe/Moscow';
const praise = ['всё устраивает', 'спасибо, работаем каждый день', 'отвечают быстро', ''];
/** How the last rounds came out, again and again. */
const outcomes: readonly RoundState[] = [
  'satisfied',
  'satisfied',
  'notReached',
  'satisfied',
  'refused',
  'satisfied',
];

/**
 * SA-1: the last two fortnights of the clients' rounds, and the complaints of the month on their board (SA-3); rates of pay of
 * the client managers (CO-1). Made with a seed of its own, so that nothing else changes. What is due next is planned by the
 * console itself.
 */
export async function insertRounds(
  db: Db,
  company: DemoCompany,
  counterparties: readonly DemoCounterparty[],
  now: number,
): Promise<void> {
  const random = createRandom(17);
  const clients = counterparties.filter(
    ({ status, assignedTo }) => status === 'client' && assignedTo !== null,
  );
  const rounds = clients.flatMap((client, index) =>
    withOneLetter(
      [2, 1].flatMap((fortnight) => {
        const day = wallTimeAt(now - fortnight * 14 * dayMs + (index % 10) * dayMs, timeZone).date;
        const dueAt = instantOf(day, 9 * 60, timeZone);
        return dueAt < now - dayMs
          ? [endedRound(random, client, dueAt, outcomes[(index + fortnight) % outcomes.length]!)]
          : [];
      }),
    ),
  );
  await insertAll(db, db.t.rounds, rounds);
  const complaints = await complaintsOf(db, now);
  await insertAll(db, db.t.complaints, complaints);
  const last = Math.max(0, ...complaints.map(({ number }) => number));
  await insertAll(db, db.t.counters, [{ name: 'complaint', value: last }]);
  await insertAll(db, db.t.payRates, ratesOf(random, company, now));
}

/** SA-2: of a client one letter is waited for, or has come. */
function withOneLetter(rounds: readonly Row<'rounds'>[]): Row<'rounds'>[] {
  const letter =
    rounds.find(({ letterState }) => letterState === 'received') ??
    rounds.find(({ letterState }) => letterState === 'asked');
  return rounds.map((round) =>
    round === letter ? round : { ...round, letterState: null, letterReceivedAt: null },
  );
}

function endedRound(
  random: Random,
  client: DemoCounterparty,
  dueAt: number,
  state: RoundState,
): Row<'rounds'> {
  const isSatisfied = state === 'satisfied';
  const said = () => ({ verdict: 'satisfied' as const, words: random.pick(praise) });
  const answers: RoundAnswers = isSatisfied ? { software: said(), support: said(), company: said() } : {};
  const endedAt = dueAt + 2 * hourMs;
  const hasCome = isSatisfied && random.chance(0.3);
  const isAsked = isSatisfied && (hasCome || random.chance(0.5));
  return {
    id: random.idAt(dueAt),
    counterpartyId: client.id,
    managerId: client.assignedTo!,
    dueOn: wallTimeAt(dueAt, timeZone).date,
    dueFrom: dueAt,
    dueUntil: dueAt + 8 * hourMs,
    timeZone,
    state,
    nextAttemptAt: dueAt,
    answers,
    callId: null,
    refusal: state === 'refused' ? 'нет времени отвечать' : null,
    letterState: hasCome ? 'received' : isAsked ? 'asked' : null,
    letterAskedAt: isAsked ? endedAt : null,
    letterReceivedAt: hasCome ? endedAt + dayMs / 2 : null,
    letterAttachmentId: null,
    complaintId: null,
    createdAt: dueAt - 14 * dayMs,
    endedAt,
    endedBy: client.assignedTo,
    version: 2,
  };
}

/** Every complaint that was taken down stands on the board; whose next reactions have ended is closed. */
async function complaintsOf(db: Db, now: number): Promise<Row<'complaints'>[]> {
  const { reactions, nextReactions, departments } = db.t;
  const heads = new Map(
    (await db.q.select().from(departments)).map(({ id, kind, headId }) => [id, { kind, headId }]),
  );
  const next = Map.groupBy(await db.q.select().from(nextReactions), ({ reactionId }) => reactionId);
  const taken = (await db.q.select().from(reactions))
    .filter(({ type }) => type === 'complaint')
    .sort((one, other) => one.happenedAt - other.happenedAt || (one.id < other.id ? -1 : 1));
  return taken.flatMap((reaction, index) => {
    const left = next.get(reaction.id) ?? [];
    const concerned = left.find(
      (each) => heads.get(each.responsibleDepartmentId)?.headId === each.responsibleEmployeeId,
    );
    if (!concerned) return [];
    const endedAt = left.map((each) => each.endedAt);
    const isClosed = !endedAt.includes(null);
    const closedAt = isClosed ? Math.max(...endedAt.map((at) => at ?? now)) : null;
    const isAnswered = isClosed || index % 3 === 0;
    return [
      {
        id: `${reaction.id.slice(0, -1)}C`,
        number: index + 1,
        counterpartyId: reaction.counterpartyId,
        appealId: reaction.appealId,
        reactionId: reaction.id,
        callId: reaction.callId,
        roundId: null,
        departmentId: concerned.responsibleDepartmentId,
        ownerId: concerned.responsibleEmployeeId,
        state: isClosed ? ('closed' as const) : isAnswered ? ('inWork' as const) : ('received' as const),
        text: reaction.note,
        cause: isClosed ? 'Не хватило людей на линии поддержки.' : '',
        answer: isClosed ? 'Извинились, ошибку исправили, клиенту всё показали.' : '',
        dueAt: reaction.createdAt + complaintDueMs,
        createdAt: reaction.createdAt,
        createdBy: reaction.employeeId,
        takenAt: isAnswered ? reaction.createdAt + hourMs : null,
        answeredAt: closedAt,
        answeredBy: isClosed ? concerned.responsibleEmployeeId : null,
        closedAt,
        closedBy: isClosed ? concerned.responsibleEmployeeId : null,
        closeReason: null,
        reopenedCount: 0,
        version: 1,
      },
    ];
  });
}

function ratesOf(random: Random, { employees }: DemoCompany, now: number): Row<'payRates'>[] {
  const director = employees.find(({ roles }) => roles.includes('generalDirector'))!;
  const thisMonth = monthOf(wallTimeAt(now, timeZone).date);
  return employees
    .filter(({ roles }) => roles.includes('clientManager'))
    .map(({ id, roles }) => ({
      id: random.idAt(now - 90 * dayMs),
      employeeId: id,
      validFrom: addMonths(thisMonth, -3),
      salaryKopecks: roles.includes('head') ? 9_000_000 : 6_000_000,
      percentHundredths: 250,
      createdAt: now - 90 * dayMs,
      createdBy: director.id,
    }));
}
