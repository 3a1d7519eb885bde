import { describe, expect, test } from 'vitest';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { dayMs, hourMs } from '@/lib/domain/duration';
import { insertTestCompany, testPeople } from '@/lib/operations/employees/testing';
import { listChanges } from '@/lib/operations/settings/list-changes';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { BackupsInMemory } from '@/tests/backups-in-memory';
import { beginBackup } from './begin-backup';
import { beginBackupCheck } from './begin-backup-check';
import { deleteBackup } from './delete-backup';
import { getBackupState } from './get-backup-state';
import { listBackups } from './list-backups';
import { updateBackupSchedule } from './update-backup-schedule';
import { workOnBackups } from './work-on-backups';

async function open(dialect: Dialect) {
  const world = createTestWorld(await openTestStore(dialect));
  await insertTestCompany(world.store, world.now());
  const keeper = new BackupsInMemory();
  keeper.now = world.now;
  const office = { timeZone: 'Europe/Moscow', startedAt: testStart - dayMs, isDemo: false };
  return { ...world, people: testPeople(), keeper, office };
}

const daily = { rhythm: 'daily', hour: 3, keptDays: 1, keptWeeks: 0 } as const;
const underWay = { kind: 'making', name: 'x', startedAt: 1, stage: 'files', done: 1, total: 2 } as const;

describe.each(dialects)('backups on %s', (dialect) => {
  test('are made, read and deleted by an administrator, and who deleted one is written down', async () => {
    const { as, people, keeper, office } = await open(dialect);
    const alla = as(people.alla);
    await beginBackup(alla, { keeper });
    const [made] = (await listBackups(alla, { keeper, office })).backups;
    expect(made).toMatchObject({ madeAt: testStart, summary: { origin: 'person' }, check: null });
    keeper.problems = [{ kind: 'table', what: 'calls' }];
    await beginBackupCheck(alla, { backupName: made!.name, keeper });
    expect(await listBackups(alla, { keeper, office })).toMatchObject({
      state: 'damaged',
      backups: [{ check: { problems: [{ what: 'calls' }] } }],
    });
    await deleteBackup(alla, { backupName: made!.name, keeper });
    expect((await listBackups(alla, { keeper, office })).backups).toEqual([]);
    const { rows } = await listChanges(alla, { noun: 'backups', limit: 10 });
    expect(rows).toMatchObject([{ employeeId: 'alla', fields: { backup: { from: made!.name, to: null } } }]);
    const gone = { code: 'notFound' };
    await expect(beginBackupCheck(alla, { backupName: made!.name, keeper })).rejects.toMatchObject(gone);
    await expect(deleteBackup(alla, { backupName: made!.name, keeper })).rejects.toMatchObject(gone);
  });

  test('are begun once, however often the request is sent, and not while one is under way', async () => {
    const { as, people, keeper } = await open(dialect);
    const again = () => as(people.alla, { key: 'k1', bodyHash: 'h1' });
    await beginBackup(again(), { keeper });
    await expect(beginBackup(again(), { keeper })).rejects.toThrow('already carried out');
    expect(keeper.kept).toHaveLength(1);
    keeper.underWay = underWay;
    const { name } = keeper.kept[0]!;
    const refused = { code: 'notPossibleNow' };
    await expect(beginBackup(as(people.alla), { keeper })).rejects.toMatchObject(refused);
    await expect(deleteBackup(as(people.alla), { backupName: name, keeper })).rejects.toMatchObject(refused);
    expect(keeper.kept).toHaveLength(1);
  });

  test('are nobody else’s business', async () => {
    const { as, people, keeper, office } = await open(dialect);
    for (const person of [people.anna, people.clara, people.marina, people.gleb]) {
      const context = as(person);
      const forbidden = { code: 'forbidden' };
      await expect(listBackups(context, { keeper, office })).rejects.toMatchObject(forbidden);
      expect(await getBackupState(context, { keeper, office })).toBeNull();
      await expect(beginBackup(context, { keeper })).rejects.toMatchObject(forbidden);
      const schedule = { schedule: daily, version: 0, office };
      await expect(updateBackupSchedule(context, schedule)).rejects.toMatchObject(forbidden);
    }
    expect(await getBackupState(as(people.alla), { keeper, office })).not.toBeNull();
  });

  test('are made each night by the schedule that is in force, and its old ones go, but not a person’s', async () => {
    const { as, people, keeper, office, pass } = await open(dialect);
    const { rows: none } = await listChanges(as(people.alla), { noun: 'backups', limit: 10 });
    expect(none).toEqual([]);
    await updateBackupSchedule(as(people.alla), { schedule: daily, version: 0, office });
    await keeper.make('person');
    pass(hourMs);
    const work = () => workOnBackups(as(null), { keeper, office });
    for (let hours = 0; hours < 72; hours += 1) {
      await work();
      pass(hourMs);
    }
    await work();
    expect((await keeper.list()).map(({ name, summary }) => `${summary?.origin} ${name}`)).toEqual([
      'schedule 2026-11-04T00-00-00Z',
      'person 2026-11-01T06-00-00Z',
    ]);
    const { scheduleVersion: version } = await listBackups(as(people.alla), { keeper, office });
    await updateBackupSchedule(as(people.alla), { schedule: { ...daily, rhythm: 'off' }, version, office });
    pass(2 * dayMs);
    await work();
    expect(await keeper.list()).toHaveLength(2);
  });
});
