import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { rename } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { migrationTags } from '@/db/applied-migrations';
import { openAuditAnchors } from '@/db/audit-anchors';
import { getAuditHead } from '@/db/audit-log';
import { makeEmptyFile } from '@/db/copy-database';
import { openDatabaseFile } from '@/db/database-file';
import { getFeedCursor } from '@/db/feed';
import { countConnections } from '@/db/fill-postgres';
import { insertRecording } from '@/db/recordings';
import { type Dialect, openStore, type Store } from '@/db/store';
import { dialects, openTestDatabase } from '@/db/testing';
import { addAttachment } from '@/lib/operations/attachments/add-attachment';
import { appendAudit } from '@/lib/operations/audit/append-audit';
import { verifyAuditLog } from '@/lib/operations/audit/verify-audit-log';
import { listCalls } from '@/lib/operations/calls/list-calls';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import { testPeople } from '@/lib/operations/employees/testing';
import { keepRecordings } from '@/lib/operations/recordings/keep-recordings';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { keepFiles } from '@/lib/recordings/keep-files';
import { TestLine } from '@/tests/call-driver';
import { talkOf, throughTheCard } from '@/tests/talk-driver';
import { type BackupPlace, folderOf, listBackupNames, readCheck, readManifest } from './backup-folder';
import { checkBackup } from './check-backup';
import { forEachBackup } from './for-each-backup';
import { holdBackups, readWork } from './hold-backups';
import { makeBackup } from './make-backup';
import { readUnfinishedRestore } from './place-restored';
import { finishRestore, restoreBackup, takeBackRestore } from './restore-backup';

const folder = mkdtempSync(path.join(os.tmpdir(), 'callboard-backups-'));
afterAll(() => rmSync(folder, { recursive: true }));
let places = 0;

/** An installation with nobody in it. */
async function openPlace(dialect: Dialect): Promise<{ place: BackupPlace; store: Store }> {
  const { store, settings } = await openTestDatabase(dialect);
  const dataDir = dialect === 'sqlite' ? settings.dataDir : path.join(folder, `data-${++places}`);
  mkdirSync(dataDir, { recursive: true });
  if (dialect === 'postgres')
    copyFileSync(path.join(settings.dataDir, 'audit-key'), path.join(dataDir, 'audit-key'));
  const backupDir = path.join(folder, `backups-${++places}`);
  return { place: { ...settings, dataDir, backupDir }, store };
}

/** A company with a finished call, its card, a voice message and a scanned contract. */
async function openWorkedIn(dialect: Dialect) {
  const { place, store } = await openPlace(dialect);
  const world = createTestWorld(store);
  const line = new TestLine(store, world, await hireTestCompany(world));
  await store.tx((db) => db.q.update(db.t.employees).set({ phone: '+74951230000' }));
  await line.available('anna', 'pavel');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  await talkOf(call, 'anna').say({ type: 'caller.askedAboutProducts' }, ...throughTheCard, {
    type: 'manager.saidGoodbye',
  });
  await call.callerHangsUp();
  await line.pass(30);
  const [card] = await store.read.q.select().from(store.read.t.counterparties);
  const counterpartyId = card!.id;
  const file = { counterpartyId, appealId: null, name: 'счёт.pdf', contentBase64: btoa('%PDF-1.7') };
  const { attachmentId } = await addAttachment(
    world.as(testPeople().anna),
    file,
    keepFiles(place.dataDir, 'attachments'),
  );
  const recordingSid = `RE${'0'.repeat(32)}`;
  const awaited = { kind: 'message', state: 'awaited', attempts: 0, nextAttemptAt: 0 } as const;
  line.recordings.atProvider.set(recordingSid, 'RIFF sound of a message');
  await store.tx((db) =>
    insertRecording(db, {
      ...awaited,
      id: 'message',
      callId: call.callId,
      recordingSid,
      durationSeconds: 5,
      recordedAt: world.now(),
    }),
  );
  await keepRecordings(world.as(null), { source: line.recordings, keeper: keepFiles(place.dataDir) });
  return { place, store, world, counterpartyId, callId: call.callId, attachmentId };
}

/** Two entries of the audit log. Returns the newer one. */
async function writeAudits(store: Store) {
  const context = createTestWorld(store).as(testPeople().anna);
  for (const subjectId of ['one', 'two']) {
    await context.tx(async (tx) => {
      appendAudit(tx, context, { kind: 'exported', subject: 'call', subjectId });
    });
  }
  return (await getAuditHead(store.read))!;
}

/** What people of the company read. */
async function readingsOf(store: Store, { counterpartyId }: { counterpartyId: string }) {
  const world = createTestWorld(store);
  const marina = world.as(testPeople().marina);
  return {
    calls: await listCalls(marina, { show: 'all', limit: 50 }),
    card: await getCounterparty(marina, { counterpartyId }),
    feed: await getFeedCursor(store.read),
  };
}

/** A restore puts another file in the place of SQLite's. */
async function leaveFile(store: Store): Promise<void> {
  if (store.dialect === 'sqlite') await store.close();
}

const directions = dialects.flatMap((from) => dialects.map((into) => ({ from, into })));

test.each(directions)(
  'a backup of $from restored into $into equals the original: tables, readings and files',
  async ({ from, into }) => {
    const original = await openWorkedIn(from);
    const head = await writeAudits(original.store);
    await openAuditAnchors(original.place.dataDir).saveDay('2026-11-29', head);
    const { name, manifest } = await makeBackup(original.place, { origin: 'command' });
    expect(manifest).toMatchObject({ dialect: from, schema: migrationTags(from).at(-1), missing: [] });
    expect(manifest.tables.calls).toMatchObject({ rows: 1 });
    expect(manifest.files.map((file) => file.path).sort()).toEqual([
      `attachments/${original.attachmentId}`,
      'audit-anchors/2026-11-29.json',
      'audit-key',
      'recordings/message.wav',
    ]);

    const target = await openPlace(into);
    await leaveFile(target.store);
    const folderOfBackup = folderOf(original.place, name);
    const result = await restoreBackup(folderOfBackup, target.place);
    expect(result).toMatchObject({ files: 4, before: null, isMigrated: false });

    const store = await openStore(target.place);
    expect(await verifyAuditLog(store.read, openAuditAnchors(target.place.dataDir))).toMatchObject({
      headSequence: head.sequence,
      problem: null,
    });
    expect(await readingsOf(store, original)).toEqual(await readingsOf(original.store, original));
    const rowBehind = await store.tx(async (db) => {
      const row = { at: 1, noun: 'call', nounId: 'x', departmentId: null, employeeId: null };
      return db.q.insert(db.t.feed).values(row).returning({ id: db.t.feed.id });
    });
    expect(rowBehind[0]!.id).toBeGreaterThan(await getFeedCursor(original.store.read));
    await store.close();
    for (const file of manifest.files) {
      expect(readFileSync(path.join(target.place.dataDir, file.path))).toEqual(
        readFileSync(path.join(original.place.dataDir, file.path)),
      );
    }

    const second = await makeBackup(target.place, { origin: 'command' });
    const { feed: _, ...tables } = second.manifest.tables;
    const { feed: __, ...before } = manifest.tables;
    expect(tables).toEqual(before);
  },
);

describe.each(dialects)('a backup of %s', (dialect) => {
  test('is of one moment, while others go on writing, and is guarded', async () => {
    const { place, store } = await openPlace(dialect);
    const both = async (at: number) =>
      store.tx(async (db) => {
        const common = { id: `p${at}`, name: 'x'.repeat(2000), createdAt: at };
        await db.q.insert(db.t.projects).values({ ...common, sortKey: 'x' });
        await db.q.insert(db.t.counters).values({ name: `p${at}`, value: at });
      });
    for (let at = 0; at < 500; at += 1) await both(at);
    let isMade = false;
    const making = makeBackup(place, { origin: 'schedule' }).finally(() => {
      isMade = true;
    });
    let at = 500;
    while (!isMade) {
      await both(at++);
      await new Promise(setImmediate);
    }
    const { name, manifest } = await making;
    expect(manifest.tables.projects!.rows).toBe(manifest.tables.counters!.rows);
    expect(manifest.tables.projects!.rows).toBeGreaterThanOrEqual(500);
    expect(await listBackupNames(place)).toEqual([name]);
    expect(await readWork(place)).toBeNull();
    const made = folderOf(place, name);
    expect(statSync(made).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(made)) expect(statSync(path.join(made, file)).mode & 0o777).toBe(0o600);
  });

  test('has a byte changed: that is found, and it is not restored', async () => {
    const original = await openWorkedIn(dialect);
    const { name, manifest } = await makeBackup(original.place, { origin: 'command' });
    const made = folderOf(original.place, name);
    expect((await checkBackup(original.place, name)).problems).toEqual([]);
    changeByte(path.join(made, 'recordings', 'message.wav'));
    changeByte(path.join(made, manifest.database.file));
    expect((await checkBackup(original.place, name)).problems).toEqual([
      { kind: 'databaseFile', what: 'callboard.db' },
      { kind: 'fileDamaged', what: 'recordings/message.wav' },
    ]);
    expect(await readCheck(made)).toMatchObject({ problems: { length: 2 } });
    const target = path.join(folder, `refused-${++places}`);
    await expect(
      restoreBackup(made, { dataDir: target, backupDir: path.join(target, 'backups') }),
    ).rejects.toMatchObject({ code: 'damaged' });
    expect(existsSync(target)).toBe(false);
  });

  test('does not take the place of an installation unasked, and then what was there is a backup too', async () => {
    const original = await openWorkedIn(dialect);
    const { name } = await makeBackup(original.place, { origin: 'command' });
    await original.store.tx((db) => db.q.update(db.t.counterparties).set({ name: 'переименована' }));
    const before = await readingsOf(original.store, original);
    await leaveFile(original.store);
    const made = folderOf(original.place, name);
    await expect(restoreBackup(made, original.place)).rejects.toMatchObject({ code: 'notEmpty' });
    const result = await restoreBackup(made, original.place, { mayReplace: true });
    const store = await openStore(original.place);
    expect((await readingsOf(store, original)).card).not.toEqual(before.card);
    await store.close();
    const kept = folderOf(original.place, (result.before as { backup: string }).backup);
    expect(await readManifest(kept)).toMatchObject({ origin: 'beforeRestore' });
    await restoreBackup(kept, original.place, { mayReplace: true });
    const again = await openStore(original.place);
    expect(await readingsOf(again, original)).toEqual(before);
    await again.close();
  });

  test('whose restore is broken off between two renames leaves a mark, and is finished or taken back', async () => {
    const original = await openWorkedIn(dialect);
    await writeAudits(original.store);
    const { name, manifest } = await makeBackup(original.place, { origin: 'command' });
    const made = folderOf(original.place, name);
    const { dataDir } = original.place;
    const recording = path.join(dataDir, 'recordings', 'message.wav');
    await original.store.tx((db) => db.q.update(db.t.counterparties).set({ name: 'переименована' }));
    const before = await readingsOf(original.store, original);
    await leaveFile(original.store);
    writeFileSync(path.join(dataDir, 'recordings', 'later.wav'), 'RIFF');
    const readings = async () => {
      const store = await openStore(original.place);
      const read = await readingsOf(store, original);
      await store.close();
      return read;
    };
    for (let renames = 0; ; renames += dialect === 'sqlite' ? 1 : 2) {
      let left = renames;
      const brokenOff = restoreBackup(made, original.place, {
        mayReplace: true,
        rename: async (from, to) => {
          if (left-- === 0) throw new Error('killed');
          await rename(from, to);
        },
      });
      const isWhole = await brokenOff.then(
        () => true,
        (error: Error) => {
          expect(error.message).toBe('killed');
          return false;
        },
      );
      if (isWhole) {
        expect(renames).toBeGreaterThan(5);
        break;
      }
      expect(await readUnfinishedRestore(dataDir)).toMatchObject({ isPlaced: false });
      const again = restoreBackup(made, original.place, { mayReplace: true });
      await expect(again).rejects.toMatchObject({ code: 'unfinished' });
      if (dialect === 'postgres') {
        await expect(takeBackRestore(original.place)).rejects.toMatchObject({ code: 'notTakenBack' });
      } else {
        await takeBackRestore(original.place);
        expect(await readings()).toEqual(before);
        expect(existsSync(path.join(dataDir, 'recordings', 'later.wav'))).toBe(true);
        left = renames;
        await expect(
          restoreBackup(made, original.place, {
            mayReplace: true,
            rename: async (from, to) => {
              if (left-- === 0) throw new Error('killed');
              await rename(from, to);
            },
          }),
        ).rejects.toThrow('killed');
      }
      const kept = (await finishRestore(original.place)) as { backup: string };
      expect((await readings()).card).not.toEqual(before.card);
      expect(existsSync(path.join(dataDir, 'recordings', 'later.wav'))).toBe(false);
      for (const file of manifest.files) expect(existsSync(path.join(dataDir, file.path))).toBe(true);
      expect(readdirSync(dataDir).filter((file) => file.startsWith('restore'))).toEqual([]);
      await expect(finishRestore(original.place)).rejects.toMatchObject({ code: 'notUnfinished' });
      expect(await readManifest(folderOf(original.place, kept.backup))).toMatchObject({
        origin: 'beforeRestore',
      });
      const store = await openStore(original.place);
      await store.tx((db) => db.q.update(db.t.counterparties).set({ name: 'переименована' }));
      await store.close();
      writeFileSync(path.join(dataDir, 'recordings', 'later.wav'), 'RIFF');
    }
    expect(existsSync(recording)).toBe(true);
  });

  test('with an older schema keeps it, and is brought to the newest when it is restored', async () => {
    const dataDir = path.join(folder, `old-${++places}`);
    mkdirSync(dataDir);
    await makeEmptyFile(path.join(dataDir, 'callboard.db'), 14);
    const file = await openDatabaseFile(path.join(dataDir, 'callboard.db'));
    file.exec(`insert into settings values ('times', '{"b":1,"a":2}', 5, null)`);
    file.close();
    const old = { dataDir, backupDir: path.join(dataDir, 'backups') };
    const { name, manifest } = await makeBackup(old, { origin: 'command' });
    expect(manifest).toMatchObject({ migrations: 14, schema: migrationTags('sqlite')[13] });
    const target = await openPlace(dialect);
    await leaveFile(target.store);
    expect(await restoreBackup(folderOf(old, name), target.place)).toMatchObject({ isMigrated: true });
    const store = await openStore(target.place);
    const { q, t } = store.read;
    expect(await q.select().from(t.settings)).toMatchObject([{ key: 'times', value: { a: 2, b: 1 } }]);
    await store.close();
  });

  test('forgets a person for good: nothing of them stays in its bytes', async () => {
    const { place, store, world, counterpartyId, attachmentId } = await openWorkedIn(dialect);
    const { name } = await makeBackup(place, { origin: 'command', at: world.now() });
    const { name: other } = await makeBackup(place, { origin: 'command', at: world.now() + 1000 });
    await leaveFile(store);
    const word = 'Василёк';
    const made = folderOf(place, name);
    expect(readFileSync(path.join(made, 'callboard.db')).includes(word)).toBe(true);
    const visited = await forEachBackup(place, async (copy, backup) => {
      if (backup.name === other) return false;
      await copy.tx(async (db) => {
        await db.q.delete(db.t.counterparties).where(eq(db.t.counterparties.id, counterpartyId));
        await db.q.delete(db.t.attachments).where(eq(db.t.attachments.id, attachmentId));
      });
      return true;
    });
    expect(visited).toEqual({ rewritten: [name], untouched: [other], unreadable: [] });
    const renewed = (await readManifest(made))!;
    expect(renewed.tables.counterparties).toMatchObject({ rows: 0 });
    expect(readdirSync(made).sort()).toEqual([
      'attachments',
      'audit-key',
      renewed.database.file,
      'manifest.json',
      'recordings',
    ]);
    expect(readdirSync(path.join(made, 'attachments'))).toEqual([]);
    expect(await checkBackup(place, name)).toMatchObject({ problems: [] });
    expect(await checkBackup(place, other)).toMatchObject({ problems: [] });
  });
});

test('a database too damaged for a backup is set aside as a whole', async () => {
  const { place, store } = await openWorkedIn('sqlite');
  const { name } = await makeBackup(place, { origin: 'command' });
  await store.close();
  writeFileSync(path.join(place.dataDir, 'callboard.db'), 'no database');
  const { before } = await restoreBackup(folderOf(place, name), place, { mayReplace: true });
  const { folder: aside } = before as { folder: string };
  expect(readFileSync(path.join(aside, 'callboard.db'), 'utf8')).toBe('no database');
  expect(existsSync(path.join(aside, 'recordings', 'message.wav'))).toBe(true);
  expect(existsSync(path.join(place.dataDir, 'recordings', 'message.wav'))).toBe(true);
  expect(await readUnfinishedRestore(place.dataDir)).toBeNull();
});

test('a file that was gone already is named, and the backup is made all the same', async () => {
  const { place } = await openWorkedIn('sqlite');
  unlinkSync(path.join(place.dataDir, 'recordings', 'message.wav'));
  const { name, manifest } = await makeBackup(place, { origin: 'command' });
  expect(manifest.missing).toEqual(['recordings/message.wav']);
  expect(await checkBackup(place, name)).toMatchObject({ problems: [] });
});

test('a backup of a newer version is not restored by an older one', async () => {
  const { place } = await openWorkedIn('sqlite');
  const { name, manifest } = await makeBackup(place, { origin: 'command' });
  const made = folderOf(place, name);
  const newer = { ...manifest, migrations: manifest.migrations + 1, schema: '9999_from-the-future' };
  writeFileSync(path.join(made, 'manifest.json'), JSON.stringify(newer));
  const target = path.join(folder, 'too-old');
  await expect(
    restoreBackup(made, { dataDir: target, backupDir: path.join(target, 'backups') }),
  ).rejects.toMatchObject({ code: 'newer' });
});

test('whoever is connected to a PostgreSQL database is seen before anything is restored into it', async () => {
  const { place } = await openPlace('postgres');
  expect(await countConnections(place.databaseUrl!)).toBeGreaterThan(0);
});

test('while one is made the next is told of it', async () => {
  const { place } = await openPlace('sqlite');
  const begun = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  const first = holdBackups(place, { kind: 'making', name: '2026-11-01T06-00-00Z' }, () => {
    begun.resolve();
    return done.promise;
  });
  await begun.promise;
  const next = () => makeBackup(place, { origin: 'command', at: testStart + 1000 });
  await expect(next()).rejects.toMatchObject({ work: { kind: 'making', name: '2026-11-01T06-00-00Z' } });
  done.resolve();
  await first;
  await next();
  expect(await listBackupNames(place)).toHaveLength(1);
});

function changeByte(file: string): void {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = bytes[middle]! ^ 1;
  writeFileSync(file, bytes);
}
