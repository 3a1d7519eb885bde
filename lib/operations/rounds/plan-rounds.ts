import { getCity } from '@/db/cities';
import { insertDeadline, listOpenDeadlines } from '@/db/deadlines';
import { getDepartment } from '@/db/departments';
import { getEmployee } from '@/db/employees';
import { listRoundAttempts } from '@/db/round-attempts';
import { listStrayLetters } from '@/db/round-letters';
import { countRoundsByDay, listClientsToPlan, listStrayRounds } from '@/db/round-plans';
import { insertRound, listOpenRoundsOf, type RoundRow, updateRound } from '@/db/rounds';
import { getSetting, updateSetting } from '@/db/settings';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { hourMs, secondMs } from '@/lib/domain/duration';
import { planRound } from '@/lib/domain/rounds/plan-round';
import type { RoundState } from '@/lib/domain/rounds/round';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { hoursOf } from '@/lib/operations/reactions/find-responsible';
import { endRound } from './end-round';

/** The one planning there is: what its deadlines are set for. */
const roundPlanning = 'rounds';
const settingKey = 'roundPlanning';
const defaultTimeZone = 'Europe/Moscow';
/** Calls wait for a writer: a part takes well under a tenth of a second, and others come in between. */
const clientsOfPart = 50;
const pauseMs = 2 * secondMs;

/** Sets the deadline of the first planning, unless one is set. */
export async function beginPlanningRounds(context: Context): Promise<void> {
  if ((await listOpenDeadlines(context.read, roundPlanning)).length > 0) return;
  await context.tx((tx) => setNext(tx, context, context.now()));
}

/**
 * SA-1: one part of the planning, each hour. Every client of somebody whose last round has come due gets the next one, at most
 * 14 days later; rounds and letters waited for follow clients who were assigned to another manager; rounds end for who is no client any more.
 */
export async function planRounds(tx: Tx, context: Context): Promise<void> {
  const strays = await listStrayRounds(tx, clientsOfPart);
  for (const { round, managerId } of strays) {
    if (managerId) await updateRound(tx, round.id, { managerId, version: round.version + 1 });
    else await endRound(tx, context, round, { state: 'cancelled', employeeId: null });
  }
  const letters = await listStrayLetters(tx, clientsOfPart);
  for (const { round, managerId, isWaitedFor } of letters) {
    const change = isWaitedFor ? { managerId } : { letterState: null };
    await updateRound(tx, round.id, { ...change, version: round.version + 1 });
  }
  const now = context.now();
  // By the clock that is ahead of all others: a day that has begun anywhere has come.
  const today = wallTimeAt(now, 'Asia/Kamchatka').date;
  const clients = await listClientsToPlan(tx, today, clientsOfPart);
  const managers = new Map<string, Manager>();
  for (const client of clients) {
    const manager = managers.get(client.managerId) ?? (await readManager(tx, client.managerId, today));
    managers.set(client.managerId, manager);
    const timeZone =
      (client.cityId && (await getCity(tx, client.cityId))?.timeZone) ||
      manager.hours?.timeZone ||
      defaultTimeZone;
    const planned = planRound(
      { lastDueOn: client.lastDueOn, timeZone },
      { hours: manager.hours, today, loadOn: (date) => manager.load.get(date) ?? 0 },
    );
    manager.load.set(planned.dueOn, (manager.load.get(planned.dueOn) ?? 0) + 1);
    await endEarlierRounds(tx, context, client.id, planned.dueOn);
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
  // Told once: every console that hears of it counts anew.
  const mostOfOne = Math.max(clients.length, strays.length, letters.length);
  if (mostOfOne > 0) tell(tx, { noun: 'round', nounId: roundPlanning });
  await setNext(tx, context, mostOfOne < clientsOfPart ? now + hourMs : now + pauseMs);
}

type Manager = { hours: BusinessHours | null; load: Map<string, number> };

async function readManager(tx: Tx, managerId: string, today: string): Promise<Manager> {
  const employee = await getEmployee(tx, managerId);
  const department = employee && (await getDepartment(tx, employee.departmentId));
  return {
    hours: department ? hoursOf(department) : null,
    load: await countRoundsByDay(tx, managerId, today),
  };
}

/** A round that stands open when the one after the next is planned was never called: two at once would be called twice. */
async function endEarlierRounds(
  tx: Tx,
  context: Context,
  counterpartyId: string,
  dueOn: string,
): Promise<void> {
  const open = (await listOpenRoundsOf(tx, [counterpartyId])).filter(
    (round) => round.state === 'planned' && round.dueOn < dueOn,
  );
  for (const round of open.slice(0, -1)) {
    const isTried = (await listRoundAttempts(tx, [round.id])).length > 0;
    const state: RoundState = isTried ? 'notReached' : 'missed';
    await endRound(tx, context, round, { state, employeeId: null });
  }
}

async function setNext(tx: Tx, context: Context, dueAt: number): Promise<void> {
  const kept = (await getSetting(tx, settingKey))?.value as { generation: number } | undefined;
  const generation = (kept?.generation ?? 0) + 1;
  await updateSetting(tx, {
    key: settingKey,
    value: { generation },
    updatedAt: context.now(),
    updatedBy: null,
  });
  const deadline = { kind: 'rounds', subjectId: roundPlanning, generation, dueAt } as const;
  await insertDeadline(tx, { id: context.newId(), ...deadline });
}
