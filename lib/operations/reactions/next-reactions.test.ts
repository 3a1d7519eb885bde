import { describe, expect, test } from 'vitest';
import { getAppeal } from '@/db/appeals';
import { insertNextReactions } from '@/db/next-reactions';
import { dialects, openTestStore } from '@/db/testing';
import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';
import { acceptLead } from '@/lib/operations/leads/accept-lead';
import { getLead } from '@/lib/operations/leads/get-lead';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { boardOfNextReactions } from './board-of-next-reactions';
import { calendarOfNextReactions } from './calendar-of-next-reactions';
import { closeNextReaction } from './close-next-reaction';
import { fulfilNextReaction } from './fulfil-next-reaction';
import { getNextReaction } from './get-next-reaction';
import { handOverNextReaction } from './hand-over-next-reaction';
import { listNextReactions } from './list-next-reactions';
import { postponeNextReaction } from './postpone-next-reaction';
import { recordReaction } from './record-reaction';
import { writeTestRecords } from './testing-records';
import { undoNextReactions } from './undo-next-reactions';

const soon = { responsible: { kind: 'employee', employeeId: 'pavel' }, dueAt: testStart + hourMs } as const;
const calledBack = { type: 'outgoingCall', topic: '', note: 'договорились' } as const;

describe.each(dialects)('a next reaction on %s', (dialect) => {
  test('«Выполнено» records what happened and asks for the next one', async () => {
    const { as, nextReactionId, appealId } = await start(dialect);
    const missing = { nextReactionId, reaction: calledBack, nextReactions: [] };
    await expect(fulfilNextReaction(as('pavel'), missing)).rejects.toMatchObject({ code: 'invalid' });
    const written = await fulfilNextReaction(as('pavel'), { ...missing, nextReactions: [soon] });
    expect(written.appealId).toBe(appealId);
    const { nextReaction } = await getNextReaction(as('pavel'), { nextReactionId });
    expect(nextReaction).toMatchObject({ outcome: 'fulfilled', may: { fulfil: false } });
  });

  test('«Выполнено» may close the appeal instead', async () => {
    const { world, as, nextReactionId, appealId } = await start(dialect);
    await fulfilNextReaction(as('pavel'), {
      nextReactionId,
      reaction: calledBack,
      nextReactions: [],
      closeAppeal: { reason: 'купили' },
    });
    expect(await getAppeal(world.store.read, appealId)).toMatchObject({ closeReason: 'купили' });
  });

  test('is postponed with a reason, and how often stays visible', async () => {
    const { world, as, own } = await start(dialect);
    const nextReactionId = await own();
    const postpone = { nextReactionId, version: 1, dueAt: testStart + dayMs, reason: 'просил завтра' };
    expect(await postponeNextReaction(as('pavel'), postpone)).toEqual({ version: 2 });
    const { nextReaction, changes } = await getNextReaction(as('pavel'), { nextReactionId });
    expect(nextReaction).toMatchObject({ postponedCount: 1, dueAt: testStart + dayMs });
    expect(changes).toMatchObject([
      {
        what: 'postponed',
        employeeName: 'Панин\u00A0П.',
        from: { dueAt: testStart + hourMs },
        to: { dueAt: testStart + dayMs },
        reason: 'просил завтра',
      },
    ]);
    const stale = postponeNextReaction(as('pavel'), postpone);
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
    const past = postponeNextReaction(as('pavel'), { ...postpone, version: 2, dueAt: world.now() });
    await expect(past).rejects.toMatchObject({ fields: { dueAt: 'inThePast' } });
    const tooLate = { fields: { dueAt: 'reactions.errors.dueTooLate' } };
    const far = { ...postpone, version: 2, dueAt: world.now() + 366 * dayMs };
    await expect(postponeNextReaction(as('pavel'), far)).rejects.toMatchObject(tooLate);
    const toFar = handOverNextReaction(as('pavel'), { ...far, responsible: soon.responsible });
    await expect(toFar).rejects.toMatchObject(tooLate);
    const inTime = { ...far, dueAt: world.now() + 365 * dayMs };
    expect(await postponeNextReaction(as('pavel'), inTime)).toEqual({ version: 3 });
  });

  test('changed alone is taken back by whoever changed it, with an appeal that was closed', async () => {
    const { as, own } = await start(dialect);
    const nextReactionId = await own();
    const reason = 'ошибся строкой';
    const moved = { nextReactionId, version: 1, dueAt: testStart + dayMs, reason };
    await postponeNextReaction(as('pavel'), moved);
    const rows = (version: number) => ({ rows: [{ id: nextReactionId, version }] });
    expect((await undoNextReactions(as('pavel'), rows(2))).refused).toEqual([]);
    await closeNextReaction(as('pavel'), { nextReactionId, version: 3, reason, outcome: 'closed' });
    expect((await undoNextReactions(as('pavel'), rows(4))).refused).toEqual([]);
    const { nextReaction } = await getNextReaction(as('pavel'), { nextReactionId });
    expect(nextReaction).toMatchObject({ dueAt: testStart + hourMs, endedAt: null, postponedCount: 0 });
  });

  test('of somebody else is not postponed, and the minute of an unaccepted lead by nobody', async () => {
    const { as, own, nextReactionId } = await start(dialect);
    const later = { version: 1, dueAt: testStart + dayMs, reason: 'потом' };
    const foreign = postponeNextReaction(as('anna'), { ...later, nextReactionId: await own() });
    await expect(foreign).rejects.toMatchObject({ code: 'forbidden' });
    const lead = postponeNextReaction(as('pavel'), { ...later, nextReactionId });
    await expect(lead).rejects.toMatchObject({ code: 'notPossibleNow' });
  });

  test('is handed over to another person with a reason; given away, it is no longer one’s own', async () => {
    const { as, own } = await start(dialect);
    const nextReactionId = await own();
    await handOverNextReaction(as('pavel'), {
      nextReactionId,
      version: 1,
      responsible: { kind: 'employee', employeeId: 'stepan' },
      reason: 'вопрос технический',
    });
    const { nextReaction, changes } = await getNextReaction(as('stepan'), { nextReactionId });
    expect(nextReaction).toMatchObject({
      employee: { id: 'stepan' },
      department: { kind: 'support' },
      may: { fulfil: true },
    });
    expect(changes).toMatchObject([
      { what: 'handedOver', from: { responsible: 'Панин\u00A0П.' }, to: { responsible: 'Серов\u00A0С.' } },
    ]);
    await expect(getNextReaction(as('pavel'), { nextReactionId })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('of a lead handed to a person of the department is accepted for them; to another department, ends it', async () => {
    const one = await start(dialect);
    await handOverNextReaction(one.as('polina'), {
      nextReactionId: one.nextReactionId,
      version: 1,
      responsible: { kind: 'employee', employeeId: 'pavel' },
      reason: 'ваш город',
    });
    expect(await getLead(one.as('pavel'), { leadId: one.leadId })).toMatchObject({
      state: 'accepted',
      acceptedBy: { id: 'pavel' },
    });
    const other = await start(dialect);
    await handOverNextReaction(other.as('polina'), {
      nextReactionId: other.nextReactionId,
      version: 1,
      responsible: { kind: 'department', departmentKind: 'support' },
      reason: 'не продажа',
    });
    expect(await getLead(other.as('pavel'), { leadId: other.leadId })).toMatchObject({ state: 'ended' });
  });

  test('closed with a reason as the appeal’s last one closes the appeal', async () => {
    const { world, as, nextReactionId, appealId, leadId } = await start(dialect);
    await acceptLead(as('pavel'), { leadId });
    const close = { nextReactionId, version: 2, reason: 'передумали', outcome: 'closed' } as const;
    expect(await closeNextReaction(as('pavel'), close)).toEqual({ isAppealClosed: true });
    expect(await getAppeal(world.store.read, appealId)).toMatchObject({ closeReason: 'передумали' });
    expect(await getLead(as('pavel'), { leadId })).toMatchObject({ endReason: 'передумали' });
    await expect(closeNextReaction(as('pavel'), close)).rejects.toMatchObject({ code: 'notPossibleNow' });
  });

  test('IN-11: a missed call is called back with a card and an appeal, or closed without a record', async () => {
    const { as, missed } = await start(dialect);
    const nextReactionId = await missed();
    const bare = fulfilNextReaction(as('anna'), {
      nextReactionId,
      reaction: calledBack,
      nextReactions: [soon],
    });
    await expect(bare).rejects.toMatchObject({ fields: { counterparty: 'required' } });
    await fulfilNextReaction(as('anna'), {
      nextReactionId,
      reaction: calledBack,
      nextReactions: [soon],
      counterparty: {
        use: 'new',
        fields: {
          name: 'ИП Новиков',
          category: 'Клиент',
          city: '',
          contactPerson: '',
          phone: '+79130001122',
          phoneExtension: '',
        },
      },
      appeal: { use: 'new', topic: 'цены', type: 'Клиентский отдел', projectId: null, note: '' },
    });
    const called = await getNextReaction(as('anna'), { nextReactionId });
    expect(called.nextReaction).toMatchObject({ outcome: 'calledBack' });
    const other = await missed();
    await closeNextReaction(as('anna'), {
      nextReactionId: other,
      version: 1,
      reason: 'ошиблись номером',
      outcome: 'calledBack',
    });
    const closed = await getNextReaction(as('anna'), { nextReactionId: other });
    expect(closed.nextReaction).toMatchObject({ outcome: 'calledBack', endReason: 'ошиблись номером' });
  });
});

describe.each(dialects)('the work list on %s', (dialect) => {
  test('shows own next reactions by urgency, with how many are overdue, today and later', async () => {
    const { world, as, own } = await start(dialect);
    const today = await own(hourMs);
    const later = await own(2 * dayMs);
    world.pass(2 * hourMs);
    const list = await listNextReactions(as('pavel'), { scope: 'mine', limit: 50 });
    expect(list.rows.map((row) => row.id)).toEqual([today, later]);
    expect(list.counts).toEqual({ overdue: 1, today: 0, later: 1 });
    const overdue = await listNextReactions(as('pavel'), { scope: 'mine', group: 'overdue', limit: 50 });
    expect(overdue.rows.map((row) => row.id)).toEqual([today]);
  });

  test('shows the department what nobody of it has taken, page by page', async () => {
    const { as, own, nextReactionId } = await start(dialect);
    const second = await own(hourMs);
    const first = await listNextReactions(as('polina'), { scope: 'department', limit: 1 });
    expect(first.rows.map((row) => row.id)).toEqual([nextReactionId]);
    const rest = await listNextReactions(as('polina'), { scope: 'department', limit: 1, after: first.next! });
    expect(rest.rows.map((row) => row.id)).toEqual([second]);
  });

  test('is narrowed by person, kind, project and counterparty, and sorted by what was asked for', async () => {
    const { world, as, own, missed, nextReactionId } = await start(dialect);
    const late = await own(2 * dayMs);
    const soonDue = await own(hourMs);
    const call = await missed();
    const read = async (input: Partial<Parameters<typeof listNextReactions>[1]>) => {
      const list = await listNextReactions(as('anna'), { scope: 'all', limit: 50, ...input });
      return list.rows.map((row) => row.id);
    };
    expect(await read({ employeeId: 'pavel' })).toEqual([soonDue, late]);
    expect(await read({ employeeId: 'nobody', departmentId: 'sales' })).toEqual([nextReactionId]);
    expect(await read({ kind: 'missedCall' })).toEqual([call]);
    expect(await read({ text: 'ромашк', order: 'latest' })).toEqual([late, soonDue, nextReactionId]);
    expect(await read({ text: '+7 913 000-11-22' })).toEqual([call]);
    expect(await read({ text: 'нет такого' })).toEqual([]);
    expect(await read({ projectId: 'нет такого' })).toEqual([]);
    expect((await read({ order: 'newest' })).slice(0, 2)).toEqual([call, soonDue]);
    const second = await listNextReactions(as('anna'), { scope: 'all', order: 'latest', limit: 1 });
    expect(await read({ order: 'latest', after: second.next! })).toEqual([
      soonDue,
      ...[nextReactionId, call].sort().reverse(),
    ]);
    world.pass(2 * hourMs);
    const overdue = await listNextReactions(as('anna'), { scope: 'all', employeeId: 'pavel', limit: 50 });
    expect(overdue.counts).toEqual({ overdue: 1, today: 0, later: 1 });
  });

  test('stands in columns by due state or by person, each going on in the list', async () => {
    const { world, as, own, nextReactionId } = await start(dialect);
    const [today, later] = [await own(hourMs), await own(2 * dayMs)];
    const ids = (columns: { rows: { id: string }[] }[]) =>
      columns.map(({ rows }) => rows.map(({ id }) => id));
    world.pass(5 * minuteMs);
    const due = await boardOfNextReactions(as('anna'), { scope: 'all', by: 'due' });
    expect(due.columns).toMatchObject([
      { group: 'overdue', count: 1 },
      { group: 'today' },
      { group: 'later' },
    ]);
    expect(ids(due.columns)).toEqual([[nextReactionId], [today], [later]]);
    const people = await boardOfNextReactions(as('polina'), { scope: 'department', by: 'person' });
    expect(people.columns.map(({ employee }) => employee?.id ?? null)).toEqual([null, 'pavel', 'polina']);
    expect(ids(people.columns)).toEqual([[nextReactionId], [today, later], []]);
    for (let extra = 0; extra < 15; extra += 1) await own(hourMs);
    const full = (await boardOfNextReactions(as('pavel'), { scope: 'mine', by: 'person' })).columns[1]!;
    expect(full).toMatchObject({ employee: { id: 'pavel' }, count: 17 });
    const rest = { scope: 'mine', employeeId: 'pavel', after: full.next!, limit: 50 } as const;
    expect((await listNextReactions(as('pavel'), rest)).rows).toHaveLength(2);
  });

  test('stands in a calendar by the day it is due', async () => {
    const { as, own } = await start(dialect);
    await own(2 * dayMs);
    const second = await own(3 * dayMs);
    const span = { from: testStart + 3 * dayMs, until: testStart + 4 * dayMs };
    const calendar = await calendarOfNextReactions(as('pavel'), { scope: 'mine', ...span });
    expect(calendar).toMatchObject({ rows: [{ id: second, may: { postpone: true } }], isCut: false });
  });

  test('CS-9: shows the substitute what lies with the absent person', async () => {
    const { world, company, own } = await start(dialect);
    const id = await own(hourMs);
    const polina = world.as(company.as('polina', ['pavel']));
    const list = await listNextReactions(polina, { scope: 'mine', limit: 50 });
    expect(list.rows).toMatchObject([{ id, may: { fulfil: true } }]);
  });

  test('of everybody is for those who see every card', async () => {
    const { as } = await start(dialect);
    await expect(listNextReactions(as('pavel'), { scope: 'all', limit: 50 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await listNextReactions(as('anna'), { scope: 'all', limit: 50 })).rows).toHaveLength(1);
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: Parameters<typeof company.as>[0]) => world.as(company.as(name));
  const written = await writeTestRecords(world, company.as('anna'));
  /** Another next reaction, of Pavel himself. */
  const own = async (dueInMs = hourMs) => {
    const { nextReactionIds } = await recordReaction(as('anna'), {
      counterparty: { use: 'existing', id: written.counterpartyId, complete: {} },
      appeal: { use: 'new', topic: 'ещё вопрос', type: '', projectId: null, note: '' },
      reaction: { type: 'letterIn', topic: '', note: '' },
      nextReactions: [{ ...soon, dueAt: world.now() + dueInMs }],
    });
    return nextReactionIds[0]!;
  };
  const missed = async () => {
    const id = world.newId();
    await world.store.tx((db) =>
      insertNextReactions(db, [
        {
          id,
          kind: 'missedCall',
          appealId: null,
          reactionId: null,
          callId: 'missed',
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
        },
      ]),
    );
    return id;
  };
  return {
    world,
    company,
    as,
    own,
    missed,
    appealId: written.appealId,
    leadId: written.leadId!,
    nextReactionId: written.nextReactionIds[0]!,
  };
}
