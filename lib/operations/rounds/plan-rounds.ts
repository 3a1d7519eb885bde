import { getCity } from '@/db/cities';
import { insertDeadline, listOpenDeadlines } from '@/db/deadlines';
import { getDepartment } from '@/db/departments';
import { getEmployee } from '@/db/employees';
import { listRoundAttempts } from '@/db/round-attempts';
import { listAwaitedLetterIds, listStrayLetters } from '@/db/round-letters';
import {
  type AssignedCardKey,
  countRoundsByDay,
  listClientsOfRounds,
  listOpenRoundIds,
  listOutlivedRounds,
  listStrayRounds,
  type RoundKey,
} from '@/db/round-plans';
import { getRoundLocked, insertRound, type RoundRow, updateRound } from '@/db/rounds';
import { getSetting, updateSetting } from '@/db/settings';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { hoursOf } from '@/lib/domain/deadlines/business-hours';
import { companyTimeZone, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { hourMs, secondMs } from '@/lib/domain/duration';
import { planRound } from '@/lib/domain/rounds/plan-round';
import { isAttemptInVain } from '@/lib/domain/rounds/round';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { endRound } from './end-round';
import { isTalkedAbout } from './talks-of-round';

/** The one planning there is: what its deadlines are set for. */
const roundPlanning = 'rounds';
const settingKey = 'roundPlanning';
/** Calls wait for a writer: a part takes well under a tenth of a second, and others come in between. */
const sizesOfPart = { rows: 500, rounds: 50 };
const pauseMs = 2 * secondMs;

/**
 * A walk through a table, part by part: what it has come to; absent when it begins anew, null when it has come to the
 * end.
 */
type Walk<Key> = Key | null | undefined;
type Progress = {
  generation: number;
  /** Through the cards that are somebody's. */
  after?: Walk<AssignedCardKey>;
  /** Through the open rounds. */
  afterRound?: Walk<RoundKey>;
  /** Through the letters that are waited for. */
  afterLetter?: Walk<RoundKey>;
};
type Part<Key> = { changed: number; next: Walk<Key> };
const beginning: AssignedCardKey = { managerId: '', id: '' };

/** Sets the deadline of the first planning, unless one is set. */
export async function beginPlanningRounds(context: Context): Promise<void> {
  if ((await listOpenDeadlines(context.read, roundPlanning)).length > 0) return;
  await context.tx(async (tx) => setNext(tx, context, await readProgress(tx), context.now()));
}

/**
 * SA-1: one part of the planning, which goes through the clients, the open rounds and the letters waited for each hour.
 * Every client of somebody whose last round has come due gets the next one, at most 14 days later; a round nobody
 * called ends when the client's next one is due; rounds and letters waited for follow clients who were assigned to
 * another manager; rounds end for who is no client any more.
 * @param sizes how many rows of each a part looks at, and how many of each it plans or changes at most
 */
export async function planRounds(tx: Tx, context: Context, sizes = sizesOfPart): Promise<void> {
  const { generation, ...progress } = await readProgress(tx);
  const rounds = await goOverRounds(tx, context, progress.afterRound, sizes);
  const letters = await goOverLetters(tx, progress.afterLetter, sizes);
  const cards = await goOverCards(tx, context, progress.after, sizes);
  // Told once: every console that hears of it counts anew.
  if (Math.max(rounds.changed, letters.changed, cards.changed) > 0) {
    tell(tx, { noun: 'round', nounId: roundPlanning });
  }
  const isOver = [rounds, letters, cards].every(({ next }) => next === null);
  const reached = { after: cards.next, afterRound: rounds.next, afterLetter: letters.next };
  const now = context.now();
  if (isOver) await setNext(tx, context, { generation }, now + hourMs);
  else await setNext(tx, context, { generation, ...reached }, now + pauseMs);
}

type Sizes = typeof sizesOfPart;

/** Where more is to be changed than a part may change, the next part looks at the same rounds again. */
async function goOverRounds(
  tx: Tx,
  context: Context,
  after: Walk<RoundKey>,
  sizes: Sizes,
): Promise<Part<RoundKey>> {
  if (after === null) return { changed: 0, next: null };
  const { ids, next } = await listOpenRoundIds(tx, after, sizes.rows);
  const strays = await listStrayRounds(tx, ids, sizes.rounds);
  for (const { round, managerId } of strays) {
    if (!(await lockUnchanged(tx, round))) continue;
    if (managerId) await updateRound(tx, round.id, { managerId, version: round.version + 1 });
    else if (!(await isTalkedAbout(tx, round.id)))
      await endRound(tx, context, round, { state: 'cancelled', employeeId: null });
  }
  const outlived = await endOutlivedRounds(tx, context, ids, sizes.rounds);
  const changed = Math.max(strays.length, outlived);
  return { changed, next: changed < sizes.rounds ? next : after };
}

async function goOverLetters(tx: Tx, after: Walk<RoundKey>, sizes: Sizes): Promise<Part<RoundKey>> {
  if (after === null) return { changed: 0, next: null };
  const { ids, next } = await listAwaitedLetterIds(tx, after, sizes.rows);
  const letters = await listStrayLetters(tx, ids, sizes.rounds);
  for (const { round, managerId, isWaitedFor } of letters) {
    if (!(await lockUnchanged(tx, round))) continue;
    const change = isWaitedFor ? { managerId } : { letterState: null };
    await updateRound(tx, round.id, { ...change, version: round.version + 1 });
  }
  return { changed: letters.length, next: letters.length < sizes.rounds ? next : after };
}

async function goOverCards(
  tx: Tx,
  context: Context,
  after: Walk<AssignedCardKey>,
  sizes: Sizes,
): Promise<Part<AssignedCardKey>> {
  if (after === null) return { changed: 0, next: null };
  const now = context.now();
  // By the clock that is ahead of all others: a day that has begun anywhere has come.
  const today = wallTimeAt(now, 'Asia/Kamchatka').date;
  const part = await listClientsOfRounds(tx, after ?? beginning, sizes.rows);
  const due = part.clients.filter(({ lastDueOn }) => lastDueOn === null || lastDueOn <= today);
  const clients = due.slice(0, sizes.rounds);
  const managers = new Map<string, Manager>();
  for (const client of clients) {
    const manager = managers.get(client.managerId) ?? (await readManager(tx, client.managerId, today));
    managers.set(client.managerId, manager);
    const timeZone =
      (client.cityId && (await getCity(tx, client.cityId))?.timeZone) ||
      manager.hours?.timeZone ||
      companyTimeZone;
    const planned = planRound(
      { lastDueOn: client.lastDueOn, timeZone },
      { hours: manager.hours, today, loadOn: (date) => manager.load.get(date) ?? 0 },
    );
    manager.load.set(planned.dueOn, (manager.load.get(planned.dueOn) ?? 0) + 1);
    const round: RoundRow = {
      id: context.newId(),
      counterpartyId: client.id,
      managerId: client.managerId,
      ...planned,
      timeZone,
      state: 'planned',
      nextAttemptAt: planned.dueFrom,
      answers: {},
      callId: null,
      refusal: null,
      letterState: null,
      letterAskedAt: null,
      letterReceivedAt: null,
      letterAttachmentId: null,
      complaintId: null,
      createdAt: now,
      endedAt: null,
      endedBy: null,
      version: 1,
    };
    await insertRound(tx, round);
  }
  const next = due.length > clients.length ? keyOf(clients.at(-1)!) : part.next;
  return { changed: clients.length, next };
}

const keyOf = ({ managerId, id }: AssignedCardKey): AssignedCardKey => ({ managerId, id });

type Manager = { hours: BusinessHours | null; load: Map<string, number> };

async function readManager(tx: Tx, managerId: string, today: string): Promise<Manager> {
  const employee = await getEmployee(tx, managerId);
  const department = employee && (await getDepartment(tx, employee.departmentId));
  return {
    hours: department ? hoursOf(department) : null,
    load: await countRoundsByDay(tx, managerId, today),
  };
}

/**
 * Two rounds of a client at once would be called twice. Who asked to be called back, and was not by then, was missed:
 * not reached is who was tried in vain. Returns how many ended.
 */
async function endOutlivedRounds(
  tx: Tx,
  context: Context,
  ids: readonly string[],
  limit: number,
): Promise<number> {
  const at = context.now();
  const todayIn = (timeZone: string) => wallTimeAt(at, timeZone).date;
  const rounds = await listOutlivedRounds(tx, ids, { at, todayIn }, limit);
  for (const round of rounds) {
    if (!(await lockUnchanged(tx, round)) || (await isTalkedAbout(tx, round.id))) continue;
    const attempts = await listRoundAttempts(tx, [round.id]);
    const isTried = attempts.some(({ outcome }) => isAttemptInVain(outcome));
    await endRound(tx, context, round, { state: isTried ? 'notReached' : 'missed', employeeId: null });
  }
  return rounds.length;
}

/** False for a round that somebody settled or changed since it was read: the next planning looks at it again. */
async function lockUnchanged(tx: Tx, { id, version }: RoundRow): Promise<boolean> {
  return (await getRoundLocked(tx, id))?.version === version;
}

async function readProgress(tx: Tx): Promise<Progress> {
  return ((await getSetting(tx, settingKey))?.value as Progress | undefined) ?? { generation: 0 };
}

async function setNext(tx: Tx, context: Context, progress: Progress, dueAt: number): Promise<void> {
  const generation = progress.generation + 1;
  await updateSetting(tx, {
    key: settingKey,
    value: { ...progress, generation },
    updatedAt: context.now(),
    updatedBy: null,
  });
  const deadline = { kind: 'rounds', subjectId: roundPlanning, generation, dueAt } as const;
  await insertDeadline(tx, { id: context.newId(), ...deadline });
}
