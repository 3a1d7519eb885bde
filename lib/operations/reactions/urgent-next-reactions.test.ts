import type { Database } from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { insertNextReactions, type NextReactionRow } from '@/db/next-reactions';
import { dialects, openTestStore } from '@/db/testing';
import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import type { NextReactionToWrite } from '@/lib/domain/reactions/records';
import { updateMe } from '@/lib/operations/employees/update-me';
import { acceptLead } from '@/lib/operations/leads/accept-lead';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { handOverNextReaction } from './hand-over-next-reaction';
import { listNextReactions } from './list-next-reactions';
import { listUrgentNextReactions } from './list-urgent-next-reactions';
import { commercialRecords, writeTestRecords } from './testing-records';
import { waitsFromMs } from './whose-turn';

type Records = Parameters<typeof writeTestRecords>[2];

const left = (nextReactions: readonly NextReactionToWrite[]) => ({
  plan: { ...commercialRecords, nextReactions },
  callId: null,
});
const minuteOf = (departmentKind: DepartmentKind) =>
  left([{ responsible: { kind: 'department', departmentKind }, dueSetting: 'minute' }]);
const complaint: Records = {
  plan: {
    ...commercialRecords,
    reaction: { type: 'complaint', topic: 'ключ не работает', note: '' },
    nextReactions: [
      { responsible: { kind: 'headOf', departmentKind: 'support' }, dueSetting: 'atOnce' },
      { responsible: { kind: 'generalDirector' }, dueSetting: 'atOnce' },
    ],
  },
  callId: null,
};

describe.each(dialects)('what calls for a person by a clock of minutes, on %s', (dialect) => {
  test('IN-5: the minute of management calls for everybody of management, and for nobody else', async () => {
    const { as, write } = await start(dialect);
    const [id] = await write(minuteOf('management'));
    for (const name of ['marina', 'gleb'] as const) {
      const { count, rows } = await listUrgentNextReactions(as(name));
      expect(count).toBe(1);
      expect(rows).toMatchObject([{ id, fellAt: testStart, dueAt: testStart + minuteMs, employee: null }]);
    }
    for (const name of ['anna', 'pavel', 'sofia'] as const) {
      expect(await listUrgentNextReactions(as(name))).toMatchObject({ count: 0, rows: [] });
    }
  });

  test('SA-3: a complaint calls for the head of the department and the general director', async () => {
    const { as, write } = await start(dialect);
    const [ofHead, ofDirector] = await write(complaint);
    expect(await listUrgentNextReactions(as('sofia'))).toMatchObject({ count: 1, rows: [{ id: ofHead }] });
    expect(await listUrgentNextReactions(as('gleb'))).toMatchObject({
      count: 1,
      rows: [{ id: ofDirector, kind: 'complaint', counterparty: { name: 'ООО «Ромашка»' } }],
    });
    expect(await listUrgentNextReactions(as('stepan'))).toMatchObject({ count: 0, rows: [] });
  });

  test('IN-2: a lead that nobody accepted waits in the lead inbox; accepted, it is its person’s', async () => {
    const { as, world, company } = await start(dialect);
    const { leadId } = await writeTestRecords(world, company.as('anna'));
    expect(await listUrgentNextReactions(as('pavel'))).toMatchObject({ count: 0, rows: [] });
    expect((await listNextReactions(as('pavel'), { scope: 'mine', limit: 50 })).rows).toEqual([]);
    await acceptLead(as('pavel'), { leadId: leadId! });
    expect(await listUrgentNextReactions(as('pavel'))).toMatchObject({ count: 1 });
  });

  test('what somebody wrote for themselves counts and does not call; handed over, it calls for the other', async () => {
    const { as, world, write } = await start(dialect);
    const [id] = await write(minuteOf('client'));
    expect(await listUrgentNextReactions(as('anna'))).toMatchObject({ count: 1, rows: [] });
    expect(await listUrgentNextReactions(as('boris'))).toMatchObject({ count: 1, rows: [{ id }] });
    world.pass(5 * minuteMs);
    await handOverNextReaction(as('boris'), {
      nextReactionId: id!,
      version: 1,
      responsible: { kind: 'employee', employeeId: 'anna' },
      reason: 'вы знаете клиента',
    });
    const { rows } = await listUrgentNextReactions(as('anna'));
    expect(rows).toMatchObject([{ id, fellAt: testStart + 5 * minuteMs }]);
    expect(await listUrgentNextReactions(as('boris'))).toMatchObject({ count: 0, rows: [] });
  });

  test('what was given a day counts in its last hour and does not call; after a day nothing calls', async () => {
    const { as, world, write } = await start(dialect);
    const to = { kind: 'employee', employeeId: 'stepan' } as const;
    await write(left([{ responsible: to, dueAt: testStart + dayMs }]));
    expect(await listUrgentNextReactions(as('stepan'))).toMatchObject({ count: 0 });
    world.pass(dayMs - waitsFromMs + 1);
    expect(await listUrgentNextReactions(as('stepan'))).toMatchObject({ count: 1, rows: [] });
    await write(minuteOf('support'));
    expect((await listUrgentNextReactions(as('stepan'))).rows).toHaveLength(1);
    world.pass(dayMs + hourMs);
    expect(await listUrgentNextReactions(as('stepan'))).toMatchObject({ count: 2, rows: [] });
  });

  test('what was given an hour or more reminds its person before it is due, for as long as they chose, or not at all', async () => {
    const { as, world, write } = await start(dialect);
    const to = { kind: 'employee', employeeId: 'stepan' } as const;
    const [id] = await write(left([{ responsible: to, dueAt: testStart + 2 * hourMs }]));
    await write(left([{ responsible: to, dueAt: testStart + dayMs }]));
    const reminded = async () => (await listUrgentNextReactions(as('stepan'))).reminders.map((row) => row.id);
    world.pass(2 * hourMs - 10 * minuteMs - 1000);
    expect(await reminded()).toEqual([]);
    world.pass(1000);
    expect(await reminded()).toEqual([id]);
    await updateMe(as('stepan'), { reminderMinutes: 5 });
    expect(await reminded()).toEqual([]);
    world.pass(10 * minuteMs);
    expect(await reminded()).toEqual([id]);
    await updateMe(as('stepan'), { reminderMinutes: null });
    expect(await reminded()).toEqual([]);
  });

  test('CS-9: the absent person’s call for the substitute', async () => {
    const { world, company, write } = await start(dialect);
    await write(left([{ responsible: { kind: 'employee', employeeId: 'sofia' }, dueSetting: 'minute' }]));
    const standIn = world.as(company.as('stepan', ['sofia']));
    expect(await listUrgentNextReactions(standIn)).toMatchObject({ count: 1 });
  });

  test('no more than a hundred are counted', async () => {
    const { as, world } = await start(dialect);
    await world.store.tx((db) =>
      insertNextReactions(
        db,
        Array.from({ length: 120 }, (_, at) => missed(`m${at}`)),
      ),
    );
    expect((await listUrgentNextReactions(as('anna'))).count).toBe(100);
  });

  test('the work list has complaints first, then the soonest, page by page', async () => {
    const { as, world, write } = await start(dialect);
    const to = { kind: 'employee', employeeId: 'sofia' } as const;
    const [overdue, unassigned, later] = [
      (await write(left([{ responsible: to, dueAt: testStart + minuteMs }])))[0],
      (await write(minuteOf('support')))[0],
      (await write(left([{ responsible: to, dueAt: testStart + dayMs }])))[0],
    ];
    world.pass(hourMs);
    const [complained] = await write(complaint);
    const wanted = [complained, ...[overdue, unassigned].sort(), later];
    for (const scope of ['mine', 'department'] as const) {
      const read: string[] = [];
      let after: string | undefined;
      do {
        const page = await listNextReactions(as('sofia'), { scope, after, limit: 1 });
        read.push(...page.rows.map(({ id }) => id));
        expect(page.waiting).toEqual({ mine: 3, department: 3 });
        after = page.next ?? undefined;
      } while (after);
      expect(read).toEqual(wanted);
    }
  });

  test('IN-7: the row of a missed call names the cards of its number that the person may see', async () => {
    const { as, world, write } = await start(dialect);
    const { counterparty } = commercialRecords;
    const fields = { ...counterparty.fields, name: 'ООО «Бассейн»', phone: '+79130001122' };
    await write({ plan: { ...commercialRecords, counterparty: { ...counterparty, fields } }, callId: null });
    await world.store.tx((db) => insertNextReactions(db, [missed('missed')]));
    const { rows } = await listNextReactions(as('anna'), { scope: 'mine', limit: 50 });
    expect(rows).toMatchObject([
      { id: 'missed', callerE164: '+79130001122', cardsOfNumber: [{ name: 'ООО «Бассейн»' }] },
    ]);
    await handOverNextReaction(as('anna'), {
      nextReactionId: 'missed',
      version: 1,
      responsible: { kind: 'employee', employeeId: 'stepan' },
      reason: 'спросит о программе',
    });
    const handed = await listNextReactions(as('stepan'), { scope: 'mine', limit: 50 });
    expect(handed.rows).toMatchObject([{ id: 'missed', cardsOfNumber: [] }]);
  });
});

test('the count and what calls are found by indexes on SQLite', async () => {
  const { as, world } = await start('sqlite');
  const { $client } = world.store.read.q as unknown as { $client: Database };
  const prepare = $client.prepare.bind($client);
  const statements: string[] = [];
  $client.prepare = ((source: string) => {
    statements.push(source);
    return prepare(source);
  }) as Database['prepare'];
  await listUrgentNextReactions(as('gleb'));
  const asked = statements.filter((source) => /from "next_reactions"/.test(source));
  expect(asked).toHaveLength(7);
  for (const source of asked) {
    const unknown = Array.from(source.matchAll(/\?/g), () => null);
    const plan = prepare(`explain query plan ${source}`).all(...unknown) as { detail: string }[];
    const details = plan.map(({ detail }) => detail);
    expect(details).toContainEqual(
      expect.stringMatching(/^SEARCH next_reactions USING INDEX next_reactions_open_\w+ \(.*due_at</),
    );
    expect(details.filter((detail) => /^SCAN (?!some|\()/.test(detail))).toEqual([]);
  }
});

const missed = (id: string): NextReactionRow => ({
  id,
  kind: 'missedCall',
  appealId: null,
  reactionId: null,
  callId: id,
  counterpartyId: null,
  topic: 'Пропущенный звонок',
  callerE164: '+79130001122',
  responsibleDepartmentId: 'client',
  responsibleEmployeeId: null,
  startedAt: testStart,
  dueAt: testStart + minuteMs,
  postponedCount: 0,
  createdAt: testStart,
  createdBy: null,
  endedAt: null,
  endedBy: null,
  outcome: null,
  endReason: null,
  fulfilledByReactionId: null,
  version: 1,
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: Parameters<typeof company.as>[0]) => world.as(company.as(name));
  /** Written by Anna; the ids of the next reactions. */
  const write = async (records: Records) =>
    (await writeTestRecords(world, company.as('anna'), records)).nextReactionIds;
  return { world, company, as, write };
}
