import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/testing';
import { defaultReportSettings } from '@/lib/domain/reports/report-settings';
import { listAccessLog } from '@/lib/operations/access-log/list-access-log';
import { openLine } from '@/tests/call-driver';
import { talkOf } from '@/tests/talk-driver';
import { createReportView } from './create-report-view';
import { createWallboardToken } from './create-wallboard-token';
import { exportReport } from './export-report';
import { listReportViews } from './list-report-views';
import { listWallboardTokens } from './list-wallboard-tokens';
import { measureOlderCalls } from './measure-older-calls';
import { readFigures } from './read-figures';
import { readWallboard } from './read-wallboard';
import { revokeWallboardToken } from './revoke-wallboard-token';
import { updateReportSettings } from './update-report-settings';

const today = { from: '2026-11-01', until: '2026-11-01' };

describe.each(dialects)('the wallboard on %s', (dialect) => {
  test('shows who waits and since when, what was lost, who is free and where conversations stand, and no client', async () => {
    const line = await openLine(dialect);
    const { world, company } = line;
    await measureOlderCalls(line.system());
    await line.available('anna', 'boris');
    const lost = await line.callerCalls({ from: '+79990000001' });
    await lost.callerJoins();
    await line.pass(30);
    await lost.callerHangsUp();
    await line.pass(20);
    const talked = await line.callerCalls({ from: '+79990000002' });
    await talked.callerJoins();
    await talked.answers('anna');
    await talkOf(talked, 'anna').say({ type: 'caller.askedAboutProducts' });
    const waiting = await line.callerCalls({ from: '+79990000003' });
    await waiting.callerJoins();
    await line.pass(12);
    const board = await readWallboard(world.as(company.as('gleb')));
    expect(board).toMatchObject({
      serviceLevel: { value: 0, of: 1 },
      waiting: { count: 1, longestSince: world.now() - 12_000 },
      lost: { today: 1, notCalledBack: 1 },
      free: { count: 0, of: 3 },
      lateLeads: 0,
    });
    expect(board.people.find(({ id }) => id === 'anna')).toMatchObject({
      derived: 'talking',
      step: 'fillingCard',
    });
    expect(JSON.stringify(board)).not.toMatch(/7999000000/);
    const mayOf = async (name: 'gleb' | 'clara' | 'alla', employeeId: string) =>
      (await readWallboard(world.as(company.as(name)))).people.find(({ id }) => id === employeeId)?.may;
    expect(await mayOf('gleb', 'anna')).toEqual({ listen: true, changePresence: true });
    expect(await mayOf('clara', 'anna')).toEqual({ listen: true, changePresence: true });
    expect(await mayOf('clara', 'boris')).toEqual({ listen: false, changePresence: true });
    const television = await readWallboard({ ...world.as(null), screenId: 'screen' });
    expect(television.people.map(({ may }) => may)).toEqual(
      television.people.map(() => ({ listen: false, changePresence: false })),
    );
    expect((await readWallboard(world.as(company.as('polina')))).department.id).toBe('sales');
    await expect(readWallboard(world.as(company.as('anna')))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(readWallboard(world.as(null))).rejects.toMatchObject({ code: 'unauthorized' });
  });

  test('is of the department that management chooses, of their own alone for a head, of clients on a television', async () => {
    const { world, company } = await openLine(dialect);
    const read = async (name: 'gleb' | 'polina' | null, departmentId?: string) => {
      const context = name ? world.as(company.as(name)) : { ...world.as(null), screenId: 'screen' };
      return (await readWallboard(context, { departmentId })).department.id;
    };
    expect(await read('gleb')).toBe('client');
    expect(await read('gleb', 'sales')).toBe('sales');
    expect(await read('polina', 'sales')).toBe('sales');
    expect(await read(null)).toBe('client');
    await expect(read('polina', 'client')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(read(null, 'sales')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(read('gleb', 'nowhere')).rejects.toMatchObject({ code: 'notFound' });
  });

  test('lets a television in by a token that is told once and can be revoked', async () => {
    const line = await openLine(dialect);
    const { world, company } = line;
    const request = { key: 'k', bodyHash: 'b' };
    const made = await createWallboardToken(world.as(company.as('alla'), request), { label: 'у окна' });
    expect(made.token).toMatch(/^wb_/);
    await expect(
      createWallboardToken(world.as(company.as('alla'), request), { label: 'у окна' }),
    ).rejects.toMatchObject({ result: { id: made.id, token: null } });
    const list = () => listWallboardTokens(world.as(company.as('gleb')));
    expect((await list()).rows).toMatchObject([{ id: made.id, label: 'у окна', lastUsedAt: null }]);
    await revokeWallboardToken(world.as(company.as('gleb')), { tokenId: made.id });
    expect((await list()).rows).toEqual([]);
    await expect(
      revokeWallboardToken(world.as(company.as('gleb')), { tokenId: made.id }),
    ).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe.each(dialects)('reports on %s', (dialect) => {
  test('are reckoned by the settings in force, of the past as well', async () => {
    const line = await openLine(dialect);
    const { world, company } = line;
    await measureOlderCalls(line.system());
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.pass(25);
    await call.answers('anna');
    await call.callerHangsUp();
    await line.pass(20);
    const gleb = world.as(company.as('gleb'));
    const level = async () => (await readFigures(gleb, today)).figures[0]!.value;
    expect(await level()).toBe(0);
    await updateReportSettings(gleb, { ...defaultReportSettings, answerSeconds: 30, version: 0 });
    expect(await level()).toBe(1);
    await expect(
      updateReportSettings(world.as(company.as('clara')), { ...defaultReportSettings, version: 0 }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('are saved under a name by each person for themselves, the same name once', async () => {
    const { world, company } = await openLine(dialect);
    const anna = world.as(company.as('anna'));
    await createReportView(anna, { name: 'Неделя', query: 'period=week' });
    await createReportView(anna, { name: 'Неделя', query: 'period=week&tab=missed' });
    expect((await listReportViews(anna)).rows).toMatchObject([
      { name: 'Неделя', query: 'period=week&tab=missed' },
    ]);
    expect((await listReportViews(world.as(company.as('boris')))).rows).toEqual([]);
    for (let count = 1; count < 30; count += 1) await createReportView(anna, { name: `${count}`, query: '' });
    await expect(createReportView(anna, { name: 'ещё', query: '' })).rejects.toMatchObject({
      fields: { name: 'tooMany' },
    });
  });

  test('that are taken along as a file are on record, each of two taken at once (CS-10)', async () => {
    const { world, company } = await openLine(dialect);
    const clara = world.as(company.as('clara'));
    for (let count = 0; count < 2; count += 1) await exportReport(clara, { ...today, what: 'hours' });
    await world.accessLog.flush();
    const { rows } = await listAccessLog(world.as(company.as('gleb')), { limit: 10 });
    const taken = { kind: 'reportFile', employee: { id: 'clara' }, filters: ['period'] };
    expect(rows).toMatchObject([taken, taken]);
  });
});
