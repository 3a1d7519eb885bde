import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { getAppeal, updateAppeal } from '@/db/appeals';
import { getComplaint as findComplaint, getComplaintLocked, updateComplaint } from '@/db/complaints';
import { listOpenDeadlines } from '@/db/deadlines';
import { getDepartment, insertDepartment } from '@/db/departments';
import { listNextReactionsOfAppeals, updateNextReaction } from '@/db/next-reactions';
import { listNoticesOfComplaint } from '@/db/notices';
import { listReactionsOfAppeals } from '@/db/reactions';
import { dialects, openTestStore } from '@/db/testing';
import { latestDueAt } from '@/lib/domain/complaints/complaint';
import { dayMs, minuteMs } from '@/lib/domain/duration';
import type { RecordReaction } from '@/lib/domain/reactions/record-input';
import type { Responsible } from '@/lib/domain/reactions/records';
import { closeAppeal } from '@/lib/operations/appeals/close-appeal';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import { disableEmployee } from '@/lib/operations/employees/disable-employee';
import type { TestName } from '@/lib/operations/employees/testing';
import { changeManyNextReactions } from '@/lib/operations/reactions/change-many-next-reactions';
import { closeNextReaction } from '@/lib/operations/reactions/close-next-reaction';
import { handOverNextReaction } from '@/lib/operations/reactions/hand-over-next-reaction';
import { listChoices } from '@/lib/operations/reactions/list-choices';
import { listSlips } from '@/lib/operations/reactions/list-slips';
import { postponeNextReaction } from '@/lib/operations/reactions/postpone-next-reaction';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';
import { undoNextReactions } from '@/lib/operations/reactions/undo-next-reactions';
import { readWallboard } from '@/lib/operations/reports/read-wallboard';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { answerComplaint } from './answer-complaint';
import { assignComplaint } from './assign-complaint';
import { callAfterComplaint } from './call-after-complaint';
import { closeComplaint } from './close-complaint';
import { getComplaint } from './get-complaint';
import { handOverComplaints } from './hand-over-complaints';
import { listComplaints } from './list-complaints';
import { moveComplaint } from './move-complaint';
import { postponeComplaint } from './postpone-complaint';
import { reopenComplaint } from './reopen-complaint';
import { sendNotices } from './send-notices';
import { takeComplaint } from './take-complaint';
import { beginWatchingAnswers } from './watch-answer';

const later: RecordReaction['nextReactions'] = [
  { responsible: { kind: 'department', departmentKind: 'support' }, dueSetting: 'atOnce' },
];
const solved = { cause: 'не хватало людей', answer: 'обновление поставлено' };

describe.each(dialects)('a complaint on %s', (dialect) => {
  test('SA-3: written by «+» stands on the board of who sees every card and of the department concerned', async () => {
    const { as, id, view } = await start(dialect);
    expect(await view('sofia')).toMatchObject({
      number: 1,
      state: 'received',
      text: 'не отвечают второй день',
      owner: { id: 'sofia' },
      told: [{ endedAt: null }, { endedAt: null }],
      may: { take: true, answer: false, call: false, close: false },
    });
    expect((await listComplaints(as('stepan'), { state: 'all', limit: 9 })).rows).toHaveLength(1);
    expect((await listComplaints(as('polina'), { state: 'all', limit: 9 })).rows).toHaveLength(0);
    await expect(getComplaint(as('polina'), { complaintId: id })).rejects.toMatchObject({ code: 'notFound' });
    await expect(takeComplaint(as('anna'), { complaintId: id, version: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('stands on the board of whoever answers for it and of whoever took it down, in whatever department they are', async () => {
    const { as, id } = await start(dialect);
    const board = (name: TestName) => listComplaints(as(name), { state: 'all', limit: 9 });
    expect(await board('polina')).toMatchObject({ rows: [], counts: { received: 0 } });
    await assignComplaint(as('gleb'), { complaintId: id, version: 1, ownerId: 'polina' });
    expect(await board('polina')).toMatchObject({ rows: [{ id }], counts: { received: 0, inWork: 1 } });
    expect(await board('stepan')).toMatchObject({ rows: [{ id }], counts: { inWork: 1 } });
    expect((await listComplaints(as('polina'), { state: 'received', limit: 9 })).rows).toEqual([]);
    const takenDown = await listComplaints(as('boris'), { state: 'inWork', limit: 9 });
    expect(takenDown.rows.map((row) => row.id)).toEqual([id]);
  });

  test('is counted on the wallboard as long as it stands on the board, whoever of those told has done their part', async () => {
    const { as, id, act } = await start(dialect);
    const screen = { ...as(null), screenId: 'screen' };
    const shown = async () => {
      const numbers = [];
      for (const name of ['gleb', 'sofia', 'polina'] as const) {
        const { counts } = await listComplaints(as(name), { state: 'all', limit: 9 });
        const { openComplaints } = await readWallboard(as(name));
        expect(openComplaints, name).toBe(counts.received + counts.inWork + counts.answered);
        numbers.push(openComplaints);
      }
      return [...numbers, (await readWallboard(screen)).openComplaints];
    };
    expect(await shown()).toEqual([1, 1, 0, 1]);
    await act('sofia');
    await act('gleb', later);
    expect(await shown()).toEqual([1, 1, 0, 1]);
    await assignComplaint(as('gleb'), { complaintId: id, version: 1, ownerId: 'polina' });
    expect(await shown()).toEqual([1, 1, 1, 1]);
  });

  test('SA-3: is answered before it is closed, and the second call after the solution closes it with its appeal', async () => {
    const { world, as, id, appealId, view } = await start(dialect);
    const early = closeComplaint(as('clara'), { complaintId: id, version: 1, reason: 'решено' });
    await expect(early).rejects.toMatchObject({ code: 'notPossibleNow' });
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    const stale = assignComplaint(as('sofia'), { complaintId: id, version: 1, ownerId: 'stepan' });
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
    await assignComplaint(as('sofia'), { complaintId: id, version: 2, ownerId: 'stepan' });
    await answerComplaint(as('stepan'), { complaintId: id, version: 3, ...solved });
    const answered = await view('anna');
    expect(answered).toMatchObject({ state: 'answered', ...solved, may: { call: true, close: true } });
    const open = await listNextReactionsOfAppeals(world.store.read, [appealId], 'open');
    expect(
      open.map(({ responsibleEmployeeId, kind }) => `${responsibleEmployeeId} ${kind}`).sort(),
    ).toContain('anna act');
    await callAfterComplaint(as('anna'), { complaintId: id, version: 4, outcome: 'notReached', words: '' });
    expect((await view('anna')).state).toBe('answered');
    await callAfterComplaint(as('anna'), {
      complaintId: id,
      version: 5,
      outcome: 'satisfied',
      words: 'спасибо',
    });
    expect(await view('anna')).toMatchObject({ state: 'closed', closedBy: { id: 'anna' } });
    expect(await listNextReactionsOfAppeals(world.store.read, [appealId], 'open')).toEqual([]);
    expect((await getAppeal(world.store.read, appealId))?.closedAt).not.toBeNull();
  });

  test('CO-3: has its second call made by the client department or management, not by the head whose department caused it', async () => {
    const { as, id, view } = await start(dialect);
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    await answerComplaint(as('sofia'), { complaintId: id, version: 2, ...solved });
    const call = { complaintId: id, version: 3, outcome: 'notReached' as const, words: '' };
    expect((await view('sofia')).may).toMatchObject({ call: false, close: false });
    await expect(callAfterComplaint(as('sofia'), call)).rejects.toMatchObject({ code: 'forbidden' });
    for (const name of ['clara', 'gleb'] as const) expect((await view(name)).may.call).toBe(true);
    await callAfterComplaint(as('clara'), call);
    const close = { complaintId: id, version: 4, reason: 'клиент не берёт трубку' };
    await expect(closeComplaint(as('sofia'), close)).rejects.toMatchObject({ code: 'forbidden' });
    await closeComplaint(as('anna'), close);
    expect(await view('gleb')).toMatchObject({ state: 'closed', closedBy: { id: 'anna' } });
  });

  test('SA-3: of another department’s work is moved there at once, with the next reaction of its head and why', async () => {
    const { world, as, id, view, owed, workOf } = await start(dialect);
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    const move = (name: TestName, departmentKind: 'client' | 'support' | 'management') =>
      moveComplaint(as(name), { complaintId: id, version: 2, departmentKind, reason: 'обещали мы' });
    await expect(move('anna', 'client')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(move('sofia', 'support')).rejects.toMatchObject({
      fields: { departmentKind: 'notAChoice' },
    });
    world.pass(1000);
    const [work] = await workOf('sofia');
    await postponeNextReaction(as('sofia'), {
      ...{ nextReactionId: work!.id, version: work!.version, reason: 'ждём' },
      dueAt: world.now() + 5 * dayMs,
    });
    world.pass(1000);
    await move('sofia', 'client');
    expect(await owed()).toEqual([`clara ${world.now()}`, expect.stringContaining('gleb')]);
    const moved = await view('clara');
    expect(moved).toMatchObject({
      state: 'received',
      owner: { id: 'clara' },
      department: { kind: 'client' },
      history: [
        { kind: 'moved', department: { kind: 'client' }, reason: 'обещали мы', employee: { id: 'sofia' } },
        { kind: 'workPostponed', reason: 'ждём' },
      ],
      may: { take: true },
    });
    expect(await listNoticesOfComplaint(world.store.read, id)).toContainEqual(
      expect.objectContaining({ employeeId: 'clara', kind: 'handedOver' }),
    );
    expect((await listComplaints(as('stepan'), { state: 'all', limit: 9 })).rows).toEqual([]);
  });

  test('SA-3: has its time to answer moved with a reason, by who manages it and never into the past', async () => {
    const { world, as, id, view } = await start(dialect);
    const dueAt = world.now() + 5 * dayMs;
    const postpone = (name: TestName, said: object = {}) =>
      postponeComplaint(as(name), { complaintId: id, version: 1, dueAt, reason: 'ждём обновления', ...said });
    await expect(postpone('anna')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(postpone('sofia', { dueAt: world.now() })).rejects.toMatchObject({
      fields: { dueAt: 'complaints.errors.duePassed' },
    });
    await expect(postpone('sofia', { dueAt: world.now() + 15 * dayMs })).rejects.toMatchObject({
      fields: { dueAt: 'complaints.errors.dueTooLate' },
    });
    await postpone('sofia');
    expect(await view('sofia')).toMatchObject({
      dueAt,
      history: [{ kind: 'postponed', dueAt, reason: 'ждём обновления', employee: { id: 'sofia' } }],
    });
  });

  test('SA-3: keeps its emergency within a fortnight, also of many at once', async () => {
    const { world, as, workOf } = await start(dialect);
    const [head] = await workOf('sofia');
    const [director] = await workOf('gleb');
    const latest = latestDueAt(world.now());
    const postpone = (dueAt: number) =>
      postponeNextReaction(as('sofia'), { nextReactionId: head!.id, version: 1, dueAt, reason: 'ждём' });
    const tooLate = {
      code: 'invalid',
      fields: { dueAt: 'reactions.errors.complaintDueTooLate' },
      details: { reason: 'complaintDueTooLate' },
    };
    await expect(postpone(latest + minuteMs)).rejects.toMatchObject(tooLate);
    await expect(
      handOverNextReaction(as('sofia'), {
        ...{ nextReactionId: head!.id, version: 1, reason: 'в отпуске', dueAt: latest + minuteMs },
        responsible: { kind: 'employee', employeeId: 'stepan' },
      }),
    ).rejects.toMatchObject(tooLate);
    const many = await changeManyNextReactions(as('gleb'), {
      rows: [{ id: director!.id, version: 1 }],
      reason: 'ждём',
      change: { kind: 'postpone', dueAt: latest + minuteMs },
    });
    expect(many).toMatchObject({
      done: [],
      refused: [{ id: director!.id, code: 'notPossibleNow', reason: 'complaintDueTooLate' }],
    });
    await postpone(latest);
  });

  test('SA-3: has its emergency handed over within its department or to management alone, and offers nobody else', async () => {
    const { as, id, workOf } = await start(dialect);
    const [head] = await workOf('sofia');
    const [director] = await workOf('gleb');
    const elsewhere = {
      code: 'invalid',
      fields: { responsible: 'reactions.errors.complaintOfDepartment' },
    };
    const give = (name: TestName, nextReactionId: string, responsible: Responsible, version = 1) =>
      handOverNextReaction(as(name), { nextReactionId, version, responsible, reason: 'передаю' });
    const people = ['anna', 'pavel', 'polina', 'alla'] as const;
    for (const employeeId of people)
      await expect(give('gleb', director!.id, { kind: 'employee', employeeId })).rejects.toMatchObject(
        elsewhere,
      );
    for (const departmentKind of ['client', 'sales'] as const)
      await expect(give('sofia', head!.id, { kind: 'department', departmentKind })).rejects.toMatchObject(
        elsewhere,
      );
    await expect(give('sofia', head!.id, { kind: 'headOf', departmentKind: 'sales' })).rejects.toMatchObject(
      elsewhere,
    );
    const { receivers } = await listChoices(as('gleb'), { nextReactionId: director!.id });
    expect(receivers).toEqual(
      expect.arrayContaining([
        { kind: 'department', departmentKind: 'support' },
        { kind: 'department', departmentKind: 'management' },
        { kind: 'employee', employeeId: 'stepan' },
        { kind: 'employee', employeeId: 'sofia' },
        { kind: 'employee', employeeId: 'marina' },
        { kind: 'employee', employeeId: 'gleb' },
        { kind: 'headOf', departmentKind: 'support' },
        { kind: 'generalDirector' },
      ]),
    );
    expect(receivers).toHaveLength(8);
    const many = await changeManyNextReactions(as('sofia'), {
      rows: [{ id: head!.id, version: 1 }],
      reason: 'передаю',
      change: { kind: 'handOver', responsible: { kind: 'employee', employeeId: 'anna' } },
    });
    expect(many).toMatchObject({ done: [], refused: [{ reason: 'complaintOfDepartment' }] });
    const { version } = await give('sofia', head!.id, { kind: 'employee', employeeId: 'stepan' });
    await moveComplaint(as('gleb'), {
      ...{ complaintId: id, version: 1, departmentKind: 'client', reason: 'обещали мы' },
    });
    const undone = await undoNextReactions(as('sofia'), { rows: [{ id: head!.id, version }] });
    expect(undone.done).toEqual([]);
  });

  test('SA-3: that was moved is not given back to the former department by taking the move back', async () => {
    const { as, id, workOf } = await start(dialect);
    await moveComplaint(as('gleb'), {
      ...{ complaintId: id, version: 1, departmentKind: 'client', reason: 'обещали мы' },
    });
    const [work] = await workOf('clara');
    const undone = await undoNextReactions(as('gleb'), { rows: [{ id: work!.id, version: work!.version }] });
    expect(undone).toMatchObject({ done: [], refused: [{ reason: 'complaintOfDepartment' }] });
  });

  test('SA-3: says of each who was told whether they acted, or their work was closed without that', async () => {
    const { as, id, view } = await start(dialect);
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    await answerComplaint(as('sofia'), { complaintId: id, version: 2, ...solved });
    await closeComplaint(as('clara'), { complaintId: id, version: 3, reason: 'не берёт трубку' });
    const told = (await view('gleb')).told.map(({ employee, outcome }) => `${employee?.id} ${outcome}`);
    expect(told.sort()).toEqual(['gleb closed', 'sofia fulfilled']);
  });

  test('SA-3: shows who was told and written to as it was, and keeps how their work was handed over and postponed', async () => {
    const { world, as, id, view, workOf } = await start(dialect);
    const [work] = await workOf('sofia');
    const stepan = { kind: 'employee' as const, employeeId: 'stepan' };
    const row = { nextReactionId: work!.id, reason: 'в отпуске' };
    await handOverNextReaction(as('sofia'), { ...row, version: 1, responsible: stepan });
    const dueAt = world.now() + 2 * dayMs;
    await postponeNextReaction(as('stepan'), { ...row, version: 2, dueAt, reason: 'ждём' });
    const { told, history } = await view('gleb');
    expect(told).toMatchObject([
      { employee: { id: 'sofia' }, handedTo: { employee: { id: 'stepan' } }, dueAt, letter: 'waiting' },
      { employee: { id: 'gleb' }, handedTo: null, letter: 'waiting' },
    ]);
    expect(history).toMatchObject([
      { kind: 'workPostponed', from: { employee: { id: 'stepan' } }, dueAt, reason: 'ждём' },
      {
        ...{ kind: 'workHandedOver', reason: 'в отпуске', employee: { id: 'sofia' } },
        ...{ from: { employee: { id: 'sofia' } }, to: { employee: { id: 'stepan' } } },
      },
    ]);
    world.pass(1000);
    await assignComplaint(as('gleb'), { complaintId: id, version: 1, ownerId: 'polina' });
    expect((await view('gleb')).told).toMatchObject([
      { employee: { id: 'sofia' }, about: null },
      { employee: { id: 'gleb' }, about: null },
      { employee: { id: 'polina' }, about: null, letter: 'waiting' },
    ]);
    world.pass(1000);
    await assignComplaint(as('gleb'), { complaintId: id, version: 2, ownerId: 'stepan' });
    expect((await view('gleb')).told.slice(2)).toMatchObject([
      { employee: { id: 'polina' }, handedTo: { employee: { id: 'stepan' } } },
      { employee: { id: 'stepan' }, about: 'handedOver', letter: 'waiting', dueAt: null },
    ]);
  });

  test('SA-1: leads to its round those alone who may open it', async () => {
    const { world, id, view } = await start(dialect);
    await world.store.tx((db) => updateComplaint(db, id, { roundId: 'round' }));
    expect((await view('clara')).roundId).toBe('round');
    expect((await view('gleb')).roundId).toBe('round');
    expect((await view('sofia')).roundId).toBeNull();
  });

  test('SA-3: remembers each answer, second call, reopening and closing with its words', async () => {
    const { world, as, id, view } = await start(dialect);
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    await answerComplaint(as('sofia'), { complaintId: id, version: 2, ...solved });
    world.pass(1000);
    const unhappy = { outcome: 'unhappy' as const, words: 'опять не отвечают' };
    await callAfterComplaint(as('anna'), { complaintId: id, version: 3, ...unhappy });
    world.pass(1000);
    await answerComplaint(as('sofia'), { complaintId: id, version: 4, ...solved, answer: 'взяли человека' });
    world.pass(1000);
    await closeComplaint(as('clara'), { complaintId: id, version: 5, reason: 'не берёт трубку' });
    world.pass(1000);
    await reopenComplaint(as('gleb'), { complaintId: id, version: 6, reason: 'проверить ещё раз' });
    const { history } = await view('gleb');
    expect(history).toHaveLength(6);
    expect(history).toMatchObject([
      { kind: 'reopened', reason: 'проверить ещё раз', employee: { id: 'gleb' } },
      { kind: 'closed', reason: 'не берёт трубку', employee: { id: 'clara' } },
      { kind: 'answered', cause: solved.cause, answer: 'взяли человека' },
      { kind: 'reopened', reason: '' },
      { kind: 'called', ...unhappy, employee: { id: 'anna' } },
      { kind: 'answered', ...solved, employee: { id: 'sofia' } },
    ]);
  });

  test('SA-3: that is closed is reopened by the client department, when the client is unhappy after all', async () => {
    const { as, id, view, owed } = await start(dialect);
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    const reopen = (name: TestName, version: number) =>
      reopenComplaint(as(name), { complaintId: id, version, reason: 'звонит: опять не отвечают' });
    await answerComplaint(as('sofia'), { complaintId: id, version: 2, ...solved });
    expect((await view('anna')).may).toMatchObject({ reopen: false, call: true });
    await expect(reopen('anna', 3)).rejects.toMatchObject({ code: 'forbidden' });
    await callAfterComplaint(as('anna'), { complaintId: id, version: 3, outcome: 'satisfied', words: '' });
    expect((await view('anna')).may).toMatchObject({ reopen: true });
    expect((await view('stepan')).may).toMatchObject({ reopen: false });
    await reopen('anna', 4);
    expect(await view('sofia')).toMatchObject({ state: 'inWork', reopenedCount: 1 });
    expect((await owed()).map((one) => one.split(' ')[0])).toEqual(['gleb', 'sofia']);
  });

  test('SA-3: of a client who is still unhappy is reopened, and goes to head and director again', async () => {
    const { world, as, id, appealId, view } = await start(dialect);
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    await answerComplaint(as('sofia'), { complaintId: id, version: 2, ...solved });
    const call = { complaintId: id, version: 3, outcome: 'unhappy' as const };
    await expect(callAfterComplaint(as('anna'), { ...call, words: '' })).rejects.toMatchObject({
      fields: { words: 'required' },
    });
    world.pass(dayMs);
    await callAfterComplaint(as('anna'), { ...call, words: 'опять не отвечают' });
    expect(await view('sofia')).toMatchObject({
      state: 'inWork',
      reopenedCount: 1,
      dueAt: world.now() + 3 * dayMs,
    });
    const open = await listNextReactionsOfAppeals(world.store.read, [appealId], 'open');
    expect(
      open
        .filter(({ kind }) => kind === 'complaint')
        .map((next) => next.responsibleEmployeeId)
        .sort(),
    ).toEqual(['gleb', 'sofia']);
    expect(await listNoticesOfComplaint(world.store.read, id)).toHaveLength(4);
    await answerComplaint(as('sofia'), { complaintId: id, version: 4, ...solved });
    await closeComplaint(as('clara'), { complaintId: id, version: 5, reason: 'клиент не берёт трубку' });
    await reopenComplaint(as('gleb'), { complaintId: id, version: 6, reason: 'проверить ещё раз' });
    expect(await view('gleb')).toMatchObject({ state: 'inWork', reopenedCount: 2, closedAt: null });
  });

  test('SA-3: ends every next reaction it left when it is closed, also those of a reopening nobody answered for', async () => {
    const { world, as, id, appealId, view } = await start(dialect);
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    await answerComplaint(as('sofia'), { complaintId: id, version: 2, ...solved });
    world.pass(dayMs);
    const unhappy = { outcome: 'unhappy' as const, words: 'опять не отвечают' };
    await callAfterComplaint(as('anna'), { complaintId: id, version: 3, ...unhappy });
    await answerComplaint(as('sofia'), { complaintId: id, version: 4, ...solved });
    const told = (await view('gleb')).told.map(
      ({ employee, endedAt }) => `${employee?.id} ${endedAt === null ? 'open' : 'ended'}`,
    );
    expect(told.sort()).toEqual(['gleb ended', 'gleb open', 'sofia ended', 'sofia ended']);
    const content = { outcome: 'satisfied' as const, words: '' };
    await callAfterComplaint(as('anna'), { complaintId: id, version: 5, ...content });
    expect(await listNextReactionsOfAppeals(world.store.read, [appealId], 'open')).toEqual([]);
    expect((await getAppeal(world.store.read, appealId))?.closedAt).not.toBeNull();
    expect((await view('gleb')).told).toHaveLength(4);
  });

  test('SA-3: goes to a new owner with the next reaction of the former one, due when it was, and the owner is told', async () => {
    const { world, as, id, owed } = await start(dialect);
    const before = await owed();
    world.pass(1000);
    await assignComplaint(as('gleb'), { complaintId: id, version: 1, ownerId: 'polina' });
    expect(await owed()).toEqual(before.map((one) => one.replace('sofia', 'polina')).sort());
    expect(await listNoticesOfComplaint(world.store.read, id)).toContainEqual(
      expect.objectContaining({ employeeId: 'polina', kind: 'handedOver' }),
    );
    await assignComplaint(as('polina'), { complaintId: id, version: 2, ownerId: 'stepan' });
    await answerComplaint(as('stepan'), { complaintId: id, version: 3, ...solved });
    expect(await owed()).toEqual([expect.stringContaining('gleb')]);
  });

  test('SA-3: that is reopened goes to whoever answers for it, too, and to the head when that person left', async () => {
    const { as, id, view, owed } = await start(dialect);
    await assignComplaint(as('sofia'), { complaintId: id, version: 1, ownerId: 'stepan' });
    await answerComplaint(as('stepan'), { complaintId: id, version: 2, ...solved });
    const unhappy = { outcome: 'unhappy' as const, words: 'опять не отвечают' };
    await callAfterComplaint(as('anna'), { complaintId: id, version: 3, ...unhappy });
    const names = async () => (await owed()).map((one) => one.split(' ')[0]);
    expect(await names()).toEqual(['gleb', 'sofia', 'stepan']);
    await answerComplaint(as('stepan'), { complaintId: id, version: 4, ...solved });
    expect(await names()).toEqual(['gleb', 'sofia']);
    await closeComplaint(as('gleb'), { complaintId: id, version: 5, reason: 'решено' });
    await disableEmployee(as('alla'), { employeeId: 'stepan', successorId: null, reason: 'уволен' });
    await reopenComplaint(as('gleb'), { complaintId: id, version: 6, reason: 'проверить' });
    expect(await view('gleb')).toMatchObject({ state: 'inWork', owner: { id: 'sofia' } });
    expect(await names()).toEqual(['gleb', 'sofia']);
  });

  test('leaves a new owner a next reaction, too, when the former one has acted already', async () => {
    const { as, id, act, owed } = await start(dialect);
    await act('sofia');
    await assignComplaint(as('sofia'), { complaintId: id, version: 1, ownerId: 'stepan' });
    expect((await owed()).map((one) => one.split(' ')[0])).toEqual(['gleb', 'stepan']);
  });

  test('SA-3: keeps its appeal and the work it left open until it is closed itself', async () => {
    const { world, as, id, appealId, owed, view } = await start(dialect);
    const refused = { details: { reason: 'complaintOpen', number: 1, complaintId: id } };
    const close = { appealId, version: 1, reason: 'решено' };
    for (const name of ['clara', 'gleb'] as const)
      await expect(closeAppeal(as(name), close)).rejects.toMatchObject(refused);
    await expect(closeAppeal(as('anna'), close)).rejects.toMatchObject({
      details: { reason: 'complaintOpen', complaintId: id },
    });
    const both = await listNextReactionsOfAppeals(world.store.read, [appealId], 'open');
    for (const { id: nextReactionId, responsibleEmployeeId } of both)
      await expect(
        closeNextReaction(as(responsibleEmployeeId as TestName), {
          ...{ nextReactionId, version: 1, outcome: 'closed', reason: 'решено' },
        }),
      ).rejects.toMatchObject(refused);
    const own = both.find(({ responsibleEmployeeId }) => responsibleEmployeeId === 'gleb')!;
    const many = await changeManyNextReactions(as('gleb'), {
      rows: [{ id: own.id, version: 1 }],
      reason: 'решено',
      change: { kind: 'close' },
    });
    expect(many).toMatchObject({ done: [], refused: [{ reason: 'complaintOpen' }] });
    expect(await owed()).toHaveLength(2);
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    await answerComplaint(as('sofia'), { complaintId: id, version: 2, ...solved });
    await closeComplaint(as('clara'), { complaintId: id, version: 3, reason: 'не берёт трубку' });
    expect(await view('gleb')).toMatchObject({ state: 'closed' });
    expect((await getAppeal(world.store.read, appealId))?.closedAt).not.toBeNull();
  });

  test('SA-3: that is moved leaves the new head a next reaction, whatever became of the appeal and of its work', async () => {
    const { world, as, id, appealId, owed } = await start(dialect);
    await world.store.tx(async (db) => {
      await updateAppeal(db, appealId, { closedAt: 1, closedBy: 'clara', closeReason: 'решено' });
      for (const next of await listNextReactionsOfAppeals(db, [appealId], 'open'))
        await updateNextReaction(db, next.id, { endedAt: 1, outcome: 'closed' });
      await updateComplaint(db, id, { ownerId: 'clara' });
    });
    expect(await owed()).toEqual([]);
    await moveComplaint(as('gleb'), {
      ...{ complaintId: id, version: 1, departmentKind: 'client', reason: 'обещали мы' },
    });
    expect((await owed()).map((one) => one.split(' ')[0])).toEqual(['clara']);
    expect(await getAppeal(world.store.read, appealId)).toMatchObject({ closedAt: null });
  });

  test('SA-3: that was reopened and is moved leaves nothing with the former head, whoever answered for it', async () => {
    const { as, id, owed } = await start(dialect);
    const people = async () => (await owed()).map((one) => one.split(' ')[0]);
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    await assignComplaint(as('sofia'), { complaintId: id, version: 2, ownerId: 'stepan' });
    await answerComplaint(as('stepan'), { complaintId: id, version: 3, ...solved });
    await reopenComplaint(as('gleb'), { complaintId: id, version: 4, reason: 'снова виснет' });
    expect(await people()).toEqual(['gleb', 'sofia', 'stepan']);
    await moveComplaint(as('gleb'), {
      ...{ complaintId: id, version: 5, departmentKind: 'client', reason: 'обещали мы' },
    });
    expect(await people()).toEqual(['clara', 'gleb']);
  });

  test('CO-3: whose client is not answered in time is told to head and client manager, also when those told had ended their part', async () => {
    const { world, as, id, act, owed } = await start(dialect);
    const overdue = async () =>
      (await listNoticesOfComplaint(world.store.read, id))
        .filter(({ kind }) => kind === 'overdue')
        .map(({ employeeId }) => employeeId)
        .sort();
    const pass = async (ms: number) => {
      world.pass(ms);
      await fireDueDeadlines(as(null));
    };
    await act('gleb', later);
    await act('sofia');
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    await postponeComplaint(as('sofia'), {
      ...{ complaintId: id, version: 2, dueAt: world.now() + 5 * dayMs, reason: 'ждём обновление' },
    });
    await pass(4 * dayMs);
    expect(await overdue()).toEqual([]);
    expect(await owed()).toEqual([]);
    const slipped = async () =>
      (await listSlips(as('anna'), { kind: 'clientPromise', limit: 9 })).rows.length;
    const before = await slipped();
    await pass(dayMs);
    expect(await overdue()).toEqual(['anna', 'sofia']);
    expect(await owed()).toEqual([`sofia ${world.now()}`]);
    expect(await slipped()).toBe(before + 1);
    await assignComplaint(as('sofia'), { complaintId: id, version: 3, ownerId: 'stepan' });
    await pass(dayMs);
    expect(await overdue()).toEqual(['anna', 'sofia']);
    await moveComplaint(as('gleb'), {
      ...{ complaintId: id, version: 4, departmentKind: 'client', reason: 'обещали мы' },
    });
    await pass(1000);
    expect(await overdue()).toEqual(['anna', 'clara', 'sofia']);
  });

  test('CO-3: that is late is told to the head of its very department, and to the director where nobody heads it', async () => {
    const { world, as, id } = await start(dialect);
    const told = async () =>
      (await listNoticesOfComplaint(world.store.read, id))
        .filter(({ kind, createdAt }) => kind === 'overdue' && createdAt === world.now())
        .map(({ employeeId }) => employeeId)
        .sort();
    const fall = async (version: number) => {
      const dueAt = world.now() + dayMs;
      await postponeComplaint(as('gleb'), { complaintId: id, version, dueAt, reason: 'ждём' });
      world.pass(dayMs);
      await fireDueDeadlines(as(null));
      return told();
    };
    const { departments, employees } = world.store.read.t;
    const support = (await getDepartment(world.store.read, 'support'))!;
    await world.store.tx(async (db) => {
      await insertDepartment(db, { ...support, id: 'support2', createdAt: 0, headId: 'polina' });
    });
    expect(await fall(1)).toEqual(['anna', 'sofia']);
    await world.store.tx(async (db) => {
      await db.q.update(departments).set({ disabledAt: 1 }).where(eq(departments.kind, 'support'));
    });
    expect(await fall(2)).toEqual(['anna', 'sofia']);
    await world.store.tx(async (db) => {
      await db.q.update(employees).set({ disabledAt: 1 }).where(eq(employees.id, 'sofia'));
      await updateComplaint(db, id, { ownerId: null });
    });
    expect(await fall(3)).toEqual(['anna', 'gleb']);
  });

  test('CO-3: without an owner leaves its own department work, whatever lies with another one that nobody heads', async () => {
    const { world, as, id, appealId, owed } = await start(dialect);
    const people = async () => (await owed()).map((one) => one.split(' ')[0]);
    await disableEmployee(as('alla'), { employeeId: 'sofia', successorId: null, reason: 'уволена' });
    await world.store.tx(async (db) => {
      for (const next of await listNextReactionsOfAppeals(db, [appealId], 'open'))
        await updateNextReaction(
          db,
          next.id,
          next.responsibleEmployeeId === 'gleb'
            ? { responsibleEmployeeId: null }
            : { endedAt: 1, outcome: 'closed' },
        );
    });
    expect(await people()).toEqual(['management']);
    world.pass(4 * dayMs);
    await fireDueDeadlines(as(null));
    expect(await people()).toEqual(['management', 'support']);
    const open = () => listNextReactionsOfAppeals(world.store.read, [appealId], 'open');
    const left = (await open()).find(({ responsibleDepartmentId }) => responsibleDepartmentId === 'support')!;
    await moveComplaint(as('gleb'), {
      ...{ complaintId: id, version: 2, departmentKind: 'client', reason: 'обещали мы' },
    });
    expect(await people()).toEqual(['clara', 'management']);
    expect(await open()).toContainEqual(
      expect.objectContaining({ id: left.id, responsibleEmployeeId: 'clara', dueAt: world.now() }),
    );
  });

  test('CO-3: that was written before its time was watched is watched from the start on, once', async () => {
    const { world, as, id } = await start(dialect);
    const { deadlines } = world.store.read.t;
    await world.store.tx((db) => db.q.delete(deadlines).where(eq(deadlines.subjectId, id)));
    for (let time = 0; time < 2; time += 1) await beginWatchingAnswers(as(null));
    const { dueAt } = await getComplaint(as('gleb'), { complaintId: id });
    expect(await listOpenDeadlines(world.store.read, id)).toMatchObject([{ kind: 'complaint', dueAt }]);
  });

  test('CO-3: that was late already when watching began is not told of at once', async () => {
    const { world, as, id } = await start(dialect);
    const { deadlines } = world.store.read.t;
    await world.store.tx((db) => db.q.delete(deadlines).where(eq(deadlines.subjectId, id)));
    world.pass(4 * dayMs);
    await beginWatchingAnswers(as(null));
    expect(await listOpenDeadlines(world.store.read, id)).toEqual([]);
  });

  test('CO-3: that is answered in time slips no more, until it is reopened', async () => {
    const { world, as, id } = await start(dialect);
    const overdue = async () =>
      (await listNoticesOfComplaint(world.store.read, id)).filter(({ kind }) => kind === 'overdue').length;
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    await answerComplaint(as('sofia'), { complaintId: id, version: 2, ...solved });
    world.pass(4 * dayMs);
    await fireDueDeadlines(as(null));
    expect(await overdue()).toBe(0);
    await reopenComplaint(as('gleb'), { complaintId: id, version: 3, reason: 'снова виснет' });
    world.pass(3 * dayMs);
    await fireDueDeadlines(as(null));
    expect(await overdue()).toBe(2);
  });

  test('without an owner lies with the department, and may be taken in whatever state it is open', async () => {
    const { as, id, view, owed } = await start(dialect);
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    await disableEmployee(as('alla'), { employeeId: 'sofia', successorId: null, reason: 'уволена' });
    expect(await view('gleb')).toMatchObject({ state: 'inWork', owner: null, may: { take: true } });
    expect((await owed()).map((one) => one.split(' ')[0])).toEqual(['gleb', 'support']);
    await takeComplaint(as('gleb'), { complaintId: id, version: 3 });
    expect(await view('gleb')).toMatchObject({
      state: 'inWork',
      owner: { id: 'gleb' },
      may: { take: false },
    });
    await answerComplaint(as('gleb'), { complaintId: id, version: 4, ...solved });
    expect(await owed()).toEqual([]);
  });

  test('SA-3: has its second call on record as a reaction, which alone fulfils the work of whoever made it', async () => {
    const { world, as, id, appealId } = await start(dialect);
    const second = async () =>
      (await listNextReactionsOfAppeals(world.store.read, [appealId], 'all')).filter(
        ({ kind }) => kind === 'act',
      );
    const newest = async () => (await listReactionsOfAppeals(world.store.read, [appealId], 1))[0]!;
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    await answerComplaint(as('sofia'), { complaintId: id, version: 2, ...solved });
    world.pass(1000);
    const inVain = { outcome: 'notReached' as const, words: '' };
    await callAfterComplaint(as('anna'), { complaintId: id, version: 3, ...inVain });
    expect(await newest()).toMatchObject({
      type: 'outgoingCall',
      employeeId: 'anna',
      note: 'не дозвонились',
    });
    expect(await second()).toMatchObject([{ responsibleEmployeeId: 'anna', endedAt: null }]);
    world.pass(1000);
    const content = { outcome: 'satisfied' as const, words: 'спасибо' };
    await callAfterComplaint(as('anna'), { complaintId: id, version: 4, ...content });
    const made = await newest();
    expect(made).toMatchObject({ type: 'outgoingCall', note: 'спасибо' });
    expect(await second()).toMatchObject([{ outcome: 'fulfilled', fulfilledByReactionId: made.id }]);
    world.pass(1000);
    await reopenComplaint(as('gleb'), { complaintId: id, version: 5, reason: 'проверить ещё раз' });
    expect(await newest()).toMatchObject({ type: 'other', note: 'проверить ещё раз' });
  });

  test('that is reopened or handed over is written about as such, with the new words', async () => {
    const { world, as, id } = await start(dialect);
    const sent: string[] = [];
    const post = {
      send: async ({ to, subject, text }: { to: readonly string[]; subject: string; text: string }) => {
        sent.push(`${to[0]}: ${subject}\n${text}`);
        return { result: 'sent' as const };
      },
    };
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    await answerComplaint(as('sofia'), { complaintId: id, version: 2, ...solved });
    await sendNotices(as(null), { post });
    sent.length = 0;
    const unhappy = { outcome: 'unhappy' as const, words: 'опять не отвечают' };
    await callAfterComplaint(as('anna'), { complaintId: id, version: 3, ...unhappy });
    await assignComplaint(as('sofia'), { complaintId: id, version: 4, ownerId: 'stepan' });
    world.pass(1000);
    await sendNotices(as(null), { post });
    const to = (name: string) => sent.find((letter) => letter.startsWith(name))!;
    expect(sent).toHaveLength(3);
    expect(to('gleb')).toContain('Рекламация № 1 открыта снова: ООО «Ромашка»');
    expect(to('gleb')).toContain(
      'опять не отвечают\n\nРекламация, как она поступила:\nне отвечают второй день',
    );
    expect(to('stepan')).toContain('вам передана рекламация № 1');
    expect(to('stepan')).toContain('не отвечают второй день');
  });

  test('stays written about when a process that was taken for dead comes back and was refused', async () => {
    const { world, as, id } = await start(dialect);
    const states = async () => (await listNoticesOfComplaint(world.store.read, id)).map(({ state }) => state);
    const taking = { send: async () => ({ result: 'sent' as const }) };
    let isSlow = true;
    const slow = {
      send: async () => {
        if (!isSlow) return { result: 'sent' as const };
        isSlow = false;
        world.pass(11 * minuteMs);
        await sendNotices(as(null), { post: taking });
        return { result: 'retry' as const, problem: 'busy' };
      },
    };
    await sendNotices(as(null), { post: slow });
    expect(await states()).toEqual(['sent', 'sent']);
  });

  test('that is changed while its owner’s work is handed over keeps a version for each change', async () => {
    const { world, as, id } = await start(dialect);
    const version = async () => (await findComplaint(world.store.read, id))!.version;
    const before = await version();
    const gleb = as('gleb');
    const locked = Promise.withResolvers<void>();
    const seen = Promise.withResolvers<void>();
    const changing = world.store.tx(async (tx) => {
      const { version } = (await getComplaintLocked(tx, id))!;
      locked.resolve();
      await seen.promise;
      await updateComplaint(tx, id, { cause: 'не хватало людей', version: version + 1 });
    });
    await locked.promise;
    const handing = gleb.tx((tx) =>
      handOverComplaints(tx, gleb, { fromId: 'sofia', toId: 'stepan', reason: 'отпуск' }),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    seen.resolve();
    await changing;
    expect(await handing).toBe(1);
    expect(await version()).toBe(before + 2);
  });

  test('is written to the head and to the director, again and again until the mail server takes it', async () => {
    const { world, as, id } = await start(dialect);
    const sent: string[] = [];
    let isDown = true;
    const post = {
      send: async ({ to, subject }: { to: readonly string[]; subject: string }) => {
        if (isDown) return { result: 'retry' as const, problem: 'busy' };
        sent.push(`${to[0]}: ${subject}`);
        return { result: 'sent' as const };
      },
    };
    await sendNotices(as(null), { post });
    isDown = false;
    await sendNotices(as(null), { post });
    expect(sent).toEqual([]);
    world.pass(10_000);
    await sendNotices(as(null), { post });
    await sendNotices(as(null), { post });
    expect(sent.sort()).toEqual([
      'gleb@mlsit.example: Рекламация № 1: ООО «Ромашка»',
      'sofia@mlsit.example: Рекламация № 1: ООО «Ромашка»',
    ]);
    expect((await listNoticesOfComplaint(world.store.read, id)).every(({ state }) => state === 'sent')).toBe(
      true,
    );
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: TestName | null) => world.as(name && company.as(name));
  const counterpartyId = await makeTestCard(world, company, {
    name: 'ООО «Ромашка»',
    status: 'client',
    assignedTo: 'anna',
  });
  const { appealId, complaintId } = await recordReaction(as('boris'), {
    counterparty: { use: 'existing', id: counterpartyId, complete: {} },
    appeal: { use: 'new', topic: 'рекламация', type: '', projectId: null, note: '' },
    reaction: { type: 'complaint', topic: '', note: 'не отвечают второй день', causedBy: 'support' },
    nextReactions: [],
  });
  const id = complaintId!;
  return {
    world,
    as,
    id,
    appealId,
    /** They fulfil what it left them to do. */
    act: async (name: TestName, nextReactions: RecordReaction['nextReactions'] = []) => {
      const open = await listNextReactionsOfAppeals(world.store.read, [appealId], 'open');
      await recordReaction(as(name), {
        counterparty: { use: 'existing', id: counterpartyId, complete: {} },
        appeal: { use: 'existing', id: appealId },
        reaction: { type: 'other', topic: '', note: 'позвонили' },
        fulfils: open.find(({ responsibleEmployeeId }) => responsibleEmployeeId === name)!.id,
        nextReactions,
      });
    },
    view: (name: TestName) => getComplaint(as(name), { complaintId: id }),
    /** Its open next reactions that lie with a person. */
    workOf: async (name: TestName) =>
      (await listNextReactionsOfAppeals(world.store.read, [appealId], 'open')).filter(
        ({ responsibleEmployeeId }) => responsibleEmployeeId === name,
      ),
    /** Its open next reactions: who, else which department, and by when. */
    owed: async () =>
      (await listNextReactionsOfAppeals(world.store.read, [appealId], 'open'))
        .filter(({ kind }) => kind === 'complaint')
        .map((next) => `${next.responsibleEmployeeId ?? next.responsibleDepartmentId} ${next.dueAt}`)
        .sort(),
  };
}
