import { describe, expect, test } from 'vitest';
import { insertCities } from '@/db/cities';
import { updateCounterparty } from '@/db/counterparties';
import { listOpenRoundsOf, listRoundsOfCounterparty } from '@/db/rounds';
import { openTestStore } from '@/db/testing';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { addDays, instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { readTypedTime } from '@/lib/domain/deadlines/typed-time';
import { dayMs, hourMs } from '@/lib/domain/duration';
import { roundDays } from '@/lib/domain/rounds/plan-round';
import { assignClients } from '@/lib/operations/assignments/assign-clients';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import type { TestName } from '@/lib/operations/employees/testing';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { answerRound } from './answer-round';
import { callBackOfRound } from './call-back-of-round';
import { listRounds } from './list-rounds';
import { noteRoundAttempt } from './note-round-attempt';
import { beginPlanningRounds } from './plan-rounds';

const timeZone = 'Europe/Moscow';
const weeks = 52;
const good = { verdict: 'satisfied', words: '' } as const;
const pleased = { software: good, support: good, company: good, letterPromised: false, complaint: null };

const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, day) => addDays(first, day));
/** Longer than the days a round is spread over, shorter than a fortnight. */
const holidays = [...daysFrom('2026-12-31', 11), ...daysFrom('2027-05-01', 11)];
const weekdays: BusinessHours = {
  timeZone,
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, intervals: [{ from: '09:00', until: '18:00' }] })),
  holidays: holidays.map((date) => ({ date, intervals: [] })),
};

const isWithin = (week: number, [from, until]: readonly [number, number]) => week >= from && week < until;
const annaIsAway = [9, 12] as const;
const borisIsAway = [29, 31] as const;
const handOverInWeek = 20;

describe('SA-1: a year of rounds', () => {
  test('with absences, substitutes, a hand-over and holidays skips nobody, doubles nobody and leaves nobody for over a fortnight', async () => {
    const { world, as, cards, handedOver } = await start();
    for (let day = 0; day < weeks * 7; day += 1) {
      const week = Math.floor(day / 7);
      await fireDueDeadlines(as(null));
      if (day === handOverInWeek * 7) {
        const given = { fromId: 'anna', toId: 'boris', counterpartyIds: handedOver, reason: 'новый участок' };
        await assignClients(as('clara'), given);
      }
      for (const caller of isOpenOn(dateOf(world.now())) ? callersIn(week) : []) {
        const context = as(...caller);
        const { rows } = await listRounds(context, { show: 'due', scope: 'mine', limit: 50 });
        for (const { id } of rows) await answerRound(context, { roundId: id, ...pleased });
      }
      world.pass(dayMs);
    }

    const byDay = new Map<string, number>();
    for (const card of cards) {
      const rounds = (await listRoundsOfCounterparty(world.store.read, card, 100)).reverse();
      const due = rounds.map(({ dueOn }) => dueOn);
      expect(new Set(due).size).toBe(due.length);
      expect(rounds.filter(({ endedAt }) => endedAt === null).length).toBeLessThanOrEqual(1);
      const ended = rounds.filter(({ endedAt }) => endedAt !== null);
      expect(new Set(ended.map(({ state }) => state))).toEqual(new Set(['satisfied']));
      expect(ended.length).toBeGreaterThanOrEqual(weeks / 2 - 1);
      // Called on the day they were due, so that the calls lie as close as the dates do.
      expect(ended.map(({ endedAt }) => dateOf(endedAt!))).toEqual(ended.map(({ dueOn }) => dueOn));
      due.slice(1).forEach((date, index) => {
        expect((Date.parse(date) - Date.parse(due[index]!)) / dayMs).toBeLessThanOrEqual(roundDays);
      });
      for (const date of due) {
        expect(isOpenOn(date), date).toBe(true);
        byDay.set(date, (byDay.get(date) ?? 0) + 1);
      }
    }
    for (const card of handedOver) {
      const callers = (await listRoundsOfCounterparty(world.store.read, card, 100)).map(
        ({ endedBy }) => endedBy,
      );
      expect(new Set(callers.filter(Boolean))).toEqual(new Set(['anna', 'boris', 'clara']));
    }
    expect(Math.max(...byDay.values())).toBeLessThan(cards.length);
  }, 60_000);

  test('in several time zones keeps every call back of a last afternoon, and leaves an uncalled round its whole fortnight', async () => {
    const { world, as, clients } = await startInZones();
    const agreedAt = new Map<string, number>();
    const step = 2 * hourMs;
    for (let at = 0; at < 8 * 7 * dayMs; at += step) {
      world.pass(step);
      await fireDueDeadlines(as(null));
      const now = world.now();
      for (const { card } of clients.filter(({ asksLater }) => asksLater)) {
        const open = (await listOpenRoundsOf(world.store.read, [card])).find(
          ({ dueFrom, nextAttemptAt }) => dueFrom <= now && nextAttemptAt <= now,
        );
        if (!open) continue;
        const agreed = agreedAt.get(open.id);
        if (agreed) {
          await answerRound(as('anna'), { roundId: open.id, ...pleased });
          continue;
        }
        const { until } = await callBackOfRound(world.store.read, open, now);
        const callBackAt = `${until.slice(0, 10)}T20:00`;
        await noteRoundAttempt(as('anna'), { roundId: open.id, outcome: 'askedToCallLater', callBackAt });
        agreedAt.set(open.id, readTypedTime(callBackAt, open.timeZone)!);
      }
    }
    for (const { card, zone, asksLater } of clients) {
      const rounds = (await listRoundsOfCounterparty(world.store.read, card, 100)).reverse();
      const ended = rounds.filter(({ endedAt }) => endedAt !== null);
      expect(ended.length, zone).toBeGreaterThanOrEqual(2);
      expect(new Set(ended.map(({ state }) => state)), zone).toEqual(
        new Set([asksLater ? 'satisfied' : 'missed']),
      );
      for (const { id, dueOn, endedAt } of ended) {
        const next = rounds.find((round) => round.dueOn > dueOn)!;
        const begins = instantOf(next.dueOn, 0, zone);
        const [from, until] = asksLater ? [agreedAt.get(id)!, begins - 1] : [begins, begins + step];
        expect(endedAt, `${zone} ${dueOn}`).toBeGreaterThanOrEqual(from);
        expect(endedAt, `${zone} ${dueOn}`).toBeLessThanOrEqual(until);
      }
    }
  }, 120_000);
});

/** Clients of Anna's where the day begins before hers and after it: one who asks to be called on the last day, one nobody calls. */
async function startInZones() {
  const world = createTestWorld(await openTestStore('sqlite'));
  const company = await hireTestCompany(world, { client: weekdays });
  const as = (name: TestName | null) => world.as(name && company.as(name));
  const zones = ['Asia/Kamchatka', 'Europe/Kaliningrad', timeZone];
  const clients: { card: string; zone: string; asksLater: boolean }[] = [];
  for (const [number, zone] of zones.entries()) {
    const city = { id: zone, name: zone, nameEn: zone, nameNorm: zone, sortKey: zone };
    const row = { ...city, region: '', timeZone: zone, diallingCodes: [], createdAt: 0, disabledAt: null };
    await world.store.tx((db) => insertCities(db, [row]));
    for (const asksLater of [true, false]) {
      const name = `ООО «Ромашка-${number}-${asksLater}»`;
      const card = await makeTestCard(world, company, { name, status: 'client', assignedTo: 'anna' });
      await world.store.tx((db) => updateCounterparty(db, card, { cityId: zone }));
      clients.push({ card, zone, asksLater });
    }
  }
  await beginPlanningRounds(as(null));
  return { world, as, clients };
}

const dateOf = (at: number) => wallTimeAt(at, timeZone).date;

function isOpenOn(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(date);
}

/** Whoever is there, with those they stand in for (CS-9). */
function callersIn(week: number): [TestName, TestName[]][] {
  if (isWithin(week, annaIsAway)) return [['boris', ['anna']]];
  if (isWithin(week, borisIsAway))
    return [
      ['anna', []],
      ['clara', ['boris']],
    ];
  return [
    ['anna', []],
    ['boris', []],
  ];
}

async function start() {
  const world = createTestWorld(await openTestStore('sqlite'));
  const company = await hireTestCompany(world, { client: weekdays });
  const as = (name: TestName | null, standsInFor: TestName[] = []) =>
    world.as(name && company.as(name, standsInFor));
  const cards: string[] = [];
  for (let client = 0; client < 12; client += 1) {
    const assignedTo = client < 8 ? 'anna' : 'boris';
    const name = `ООО «Ромашка-${client}»`;
    cards.push(await makeTestCard(world, company, { name, city: 'Москва', status: 'client', assignedTo }));
  }
  world.pass((17 * hourMs - (world.now() % dayMs) - 3 * hourMs + dayMs) % dayMs);
  await beginPlanningRounds(as(null));
  return { world, as, cards, handedOver: cards.slice(0, 3) };
}
