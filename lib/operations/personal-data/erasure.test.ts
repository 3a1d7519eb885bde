import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { findSubject } from '@/db/personal-data/find-subject';
import type { TableName } from '@/db/personal-data/held/held';
import { heldData } from '@/db/personal-data/held-data';
import { rowsOfSubject } from '@/db/personal-data/rows-of-subject';
import { searchInstallation } from '@/db/personal-data/search-installation';
import { type Dialect, openStore, type Store } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { minuteMs } from '@/lib/domain/duration';
import type { Subject, SubjectName } from '@/lib/domain/personal-data/subject';
import type { RecordReaction } from '@/lib/domain/reactions/record-input';
import { updateAppeal } from '@/lib/operations/appeals/update-appeal';
import { addAttachment } from '@/lib/operations/attachments/add-attachment';
import { createCounterparty } from '@/lib/operations/counterparties/create-counterparty';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import { searchCounterparties } from '@/lib/operations/counterparties/search-counterparties';
import { updateCounterparty } from '@/lib/operations/counterparties/update-counterparty';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { keepFiles } from '@/lib/recordings/keep-files';
import { TestLine } from '@/tests/call-driver';
import { type KnownPerson, makeKnownPerson } from '@/tests/known-person';
import { talkOf } from '@/tests/talk-driver';
import { eraseFromStore } from './erase-from-store';
import { exportPersonalData } from './export-personal-data';
import { findSubjects } from './find-subjects';
import { finishErasure } from './finish-erasure';
import { getAct } from './get-act';
import { getErasure } from './get-erasure';
import { previewErasure } from './preview-erasure';
import { type ErasureRequest, startErasure } from './start-erasure';
import { type ErasingParts, workOnErasures } from './work-on-erasures';

const asked: KnownPerson = {
  name: 'Чернобуров Велимир Остапович',
  formerName: 'Чернобуровский Велимир',
  contact: 'Златоустова Ефросинья',
  phone: '+79161237788',
  typedPhone: '8 (916) 123-77-88',
  contactPhone: '+7 916 987-65-43',
  importedPhone: '+7 916 555-44-33',
  email: 'velimir@chernoburov.example',
  inn: '420512345678',
};

const neighbour: KnownPerson = {
  name: 'Белоносов Тихон Львович',
  formerName: 'Белоносовский Тихон',
  contact: 'Медунова Аглая',
  phone: '+79131110022',
  typedPhone: '8 (913) 111-00-22',
  contactPhone: '+7 913 222-33-44',
  importedPhone: '+7 913 333-22-11',
  email: 'tikhon@belonosov.example',
  inn: '540612345678',
};

/** What must be found nowhere, in the spellings of the scene. */
const traces = [
  'чернобуров',
  'златоустов',
  'ефросинь',
  'velimir',
  '9161237788',
  '123-77-88',
  '8877321619',
  '987-65-43',
  '9169876543',
  '9165554433',
  '420512345678',
];

const request = (subject: SubjectName, confirmation: string): ErasureRequest => ({
  ...subject,
  confirmation,
  requestNumber: '17/2026',
  requestedOn: '2026-10-30',
  legalBasis: 'ч. 5 ст. 21 152-ФЗ',
  reason: 'отозвано согласие',
});

describe.each(dialects)('one person’s data on %s', (dialect) => {
  test('is found everywhere before it is erased and nowhere after, though the work was killed again and again', async () => {
    const { line, dataDir, alla, parts, work, cardId } = await start(dialect);
    const neighbours = await makeKnownPerson(line, neighbour, parts);
    await line.world.accessLog.flush();
    writeFileSync(path.join(dataDir, 'line-simulator.log'), 'call from +79161237788\n');
    expect(await tracesIn(line.store, dataDir)).toEqual(traces);
    const before = await rowsOf(line.store);

    const { erasureId, number, name } = await startErasure(
      alla,
      request({ kind: 'card', id: cardId }, asked.name),
    );
    expect({ number, name }).toEqual({ number: 1, name: asked.name });
    let runs = 0;
    for (; (await getErasure(alla, { erasureId })).erasure.state !== 'done' && runs < 500; runs += 1) {
      let looks = 0;
      const killed = {
        get aborted() {
          return ++looks > 4;
        },
      } as AbortSignal;
      await work({ signal: killed });
    }
    expect(runs).toBeGreaterThan(10);
    expect(await tracesIn(line.store, dataDir)).toEqual([]);

    const after = await rowsOf(line.store);
    const isTheirs = ({ text }: StoredRow) =>
      traces.some((trace) => text.toLowerCase().includes(trace)) || text.includes(cardId);
    const inUse = new Set(after.flatMap(({ table, row }) => (table === 'counterpartyWords' ? row.word : [])));
    const subject = before.filter(
      ({ table, row }) => table !== 'counterpartyWordEndings' || inUse.has(row.word),
    );
    const kept = new Set(after.map(({ table, text }) => `${table} ${text}`));
    const theirIds = idsOf(before.filter(isTheirs));
    const strange = subject.filter((row) => !isTheirs(row) && !theirIds.some((id) => row.text.includes(id)));
    expect(strange.length).toBeGreaterThan(50);
    expect(strange.filter(({ table, text }) => !kept.has(`${table} ${text}`))).toEqual([]);
    expect(
      (await getCounterparty(line.world.as(line.company.as('marina')), { counterpartyId: neighbours.cardId }))
        .card.name,
    ).toBe(neighbour.name);
  });

  test('leaves the act with kinds and counts, a card without anything, and the figures', async () => {
    const { line, alla, work, cardId, known } = await start(dialect);
    const measured = () => line.store.read.q.select().from(line.store.read.t.callMeasures);
    const figures = await measured();
    await expect(
      startErasure(alla, request({ kind: 'card', id: cardId }, 'Чернобуров')),
    ).rejects.toMatchObject({
      fields: { confirmation: 'personalData.errors.notTheName' },
    });
    await expect(
      startErasure(alla, {
        ...request({ kind: 'card', id: cardId }, asked.name),
        reason: `просит ${asked.typedPhone}`,
      }),
    ).rejects.toMatchObject({ fields: { reason: 'personalData.errors.namesPerson' } });
    await expect(
      startErasure(alla, {
        ...request({ kind: 'card', id: cardId }, asked.name),
        requestedOn: '2026-11-03',
      }),
    ).rejects.toMatchObject({ fields: { requestedOn: 'inFuture' } });
    const preview = await previewErasure(alla, { kind: 'card', id: cardId });
    expect(preview).toMatchObject({
      subject: { name: asked.name },
      liveCalls: 0,
      shared: [],
      runningErasureId: null,
    });
    expect(preview.counts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'card',
        'contacts',
        'appeals',
        'letters',
        'recordings',
        'typed',
        'imports',
        'history',
      ]),
    );
    expect(preview.open.appeals).toBeGreaterThan(0);

    const { erasureId } = await startErasure(
      alla,
      request({ kind: 'card', id: cardId }, 'чернобуров велимир остапович'),
    );
    await expect(startErasure(alla, request({ kind: 'card', id: cardId }, asked.name))).rejects.toMatchObject(
      { code: 'notPossibleNow' },
    );
    await expect(getAct(alla, { erasureId })).rejects.toMatchObject({ code: 'notPossibleNow' });
    await work();
    const { erasure, entries } = await getAct(alla, { erasureId });
    expect(erasure).toMatchObject({ state: 'done', percent: 100, requestNumber: '17/2026', kind: 'card' });
    expect(erasure.counts.find(({ kind }) => kind === 'recordings')).toEqual({
      kind: 'recordings',
      count: 2,
    });
    const { q, t } = line.store.read;
    const deleted = (await q.select().from(t.recordings)).filter(({ state }) => state === 'deleted');
    expect(deleted.map(({ deleteAtProviderAt }) => deleteAtProviderAt)).toEqual([0, 0]);
    const letters = (await q.select().from(t.letters)).filter((row) => row.counterpartyId === cardId);
    expect(letters).toMatchObject([{ to: [], text: '', attachmentIds: [] }]);
    expect(entries.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'begun',
        'promisesEnded',
        'rowsErased',
        'mentionsErased',
        'filesDeleted',
        'filesSearched',
        'done',
      ]),
    );
    const { card } = await getCounterparty(line.world.as(line.company.as('marina')), {
      counterpartyId: cardId,
    });
    expect(card).toMatchObject({
      name: 'Удалено по акту № 1',
      contacts: [],
      phones: [],
      emails: [],
      inn: '',
    });
    const found = await searchCounterparties(line.world.as(line.company.as('marina')), {
      query: 'Чернобуров',
      limit: 5,
    } as never);
    expect(JSON.stringify(found)).not.toContain(cardId);
    expect(await measured()).toEqual(figures);
    const [call] = await line.store.read.q.select().from(line.store.read.t.calls);
    expect(call).toMatchObject({
      id: known.callId,
      callerKind: 'withheld',
      callerE164: null,
      outcome: 'answered',
    });
  });

  test('is refused while they are on the line, and to whoever does not deal with requests', async () => {
    const { line, alla, cardId } = await start(dialect, { isBlocked: false });
    const marina = line.world.as(line.company.as('marina'));
    await expect(previewErasure(marina, { kind: 'card', id: cardId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const call = await line.callerCalls({ from: asked.phone });
    await call.callerJoins();
    expect((await previewErasure(alla, { kind: 'card', id: cardId })).liveCalls).toBe(1);
    await expect(startErasure(alla, request({ kind: 'card', id: cardId }, asked.name))).rejects.toMatchObject(
      { details: { reason: 'liveCall' } },
    );
  });

  test('takes nothing more from when its erasure begins, neither while it runs nor when it is done', async () => {
    const { line, alla, parts, work, cardId, dataDir } = await start(dialect);
    const marina = line.world.as(line.company.as('marina'));
    const anna = line.world.as(line.company.as('anna'));
    const { card } = await getCounterparty(marina, { counterpartyId: cardId });
    const [appeal] = await line.store.read.q.select().from(line.store.read.t.appeals);
    await startErasure(alla, request({ kind: 'card', id: cardId }, asked.name));
    const file = {
      counterpartyId: cardId,
      appealId: null,
      name: 'договор.pdf',
      contentBase64: btoa('%PDF-1.7'),
    };
    const reaction: RecordReaction = {
      counterparty: { use: 'existing', id: cardId, complete: { phone: asked.typedPhone } },
      appeal: { use: 'new', topic: 'вопрос', type: '', projectId: null, note: '' },
      reaction: { type: 'other', topic: '', note: asked.name },
      nextReactions: [],
      closeAppeal: { reason: 'решено' },
    };
    const attempts = [
      () => addAttachment(anna, file, parts.attachments),
      () => recordReaction(anna, reaction),
      () => updateCounterparty(marina, { counterpartyId: cardId, version: card.version, note: asked.name }),
      () => updateAppeal(marina, { appealId: appeal!.id, version: appeal!.version, note: asked.name }),
    ];
    for (const isDone of [false, true]) {
      if (isDone) await work();
      for (const attempt of attempts) {
        await expect(attempt()).rejects.toMatchObject({
          code: 'notPossibleNow',
          details: { reason: 'cardErased' },
        });
      }
    }
    expect((await getCounterparty(marina, { counterpartyId: cardId })).card).toMatchObject({ phones: [] });
    expect(readdirSync(path.join(dataDir, 'attachments'))).toEqual([]);
  });

  test('is erased with what came of a call meanwhile, which is talked to its end first', async () => {
    const { line, alla, work, cardId, dataDir } = await start(dialect, { isBlocked: false });
    const { erasureId } = await startErasure(alla, request({ kind: 'card', id: cardId }, asked.name));
    const state = async () => (await getErasure(alla, { erasureId })).erasure;
    const call = await line.callerCalls({ from: asked.phone });
    await call.callerJoins();
    await call.answers('anna');
    await talkOf(call, 'anna').say({ type: 'caller.askedAboutProducts' });
    await expect(
      talkOf(call, 'anna').say({ type: 'manager.choseCounterparty', counterpartyId: cardId }),
    ).rejects.toMatchObject({ details: { reason: 'cardErased' } });
    await work();
    expect(await state()).toMatchObject({ state: 'running', hasFailed: false });
    expect(await call.row()).toMatchObject({ callerE164: asked.phone, endedAt: null });
    await call.callerHangsUp();
    await line.pass(30);
    await work();
    expect(await state()).toMatchObject({ state: 'done', hasFailed: false });
    expect(await call.row()).toMatchObject({ callerE164: null, callerText: '' });
    expect(await tracesIn(line.store, dataDir)).toEqual([]);
  });

  test('that came after the tables were gone over is erased too, each file counted once', async () => {
    const { line, alla, work, cardId, dataDir } = await start(dialect, { isBlocked: false });
    const { erasureId } = await startErasure(alla, request({ kind: 'card', id: cardId }, asked.name));
    let searches = 0;
    const searchFiles = async (texts: readonly string[]) => {
      if (++searches > 1) return searchInstallation(dataDir, texts);
      const call = await line.callerCalls({ from: asked.phone });
      await call.callerJoins();
      await call.callerHangsUp();
      await line.pass(30);
      return ['callboard.db'];
    };
    const clearing = { searchFiles, space: { ...line.store.space, clearSeconds: async () => 60 } };
    await work({ ...clearing, isQuiet: () => false });
    expect((await getErasure(alla, { erasureId })).erasure.state).toBe('clearing');
    await work();
    const { erasure, entries } = await getErasure(alla, { erasureId });
    expect(erasure).toMatchObject({ state: 'done', hasFailed: false });
    expect(await tracesIn(line.store, dataDir)).toEqual([]);
    const sumOf = (kind: string) =>
      entries.filter((one) => one.kind === kind).reduce((sum, { count }) => sum + count, 0);
    for (const { kind, count } of erasure.counts) expect(sumOf(kind), kind).toBe(count);
    expect(erasure.counts.find(({ kind }) => kind === 'recordings')?.count).toBe(2);
  });

  test('that stands on a new card by then stays there', async () => {
    const { line, alla, work, cardId, dataDir } = await start(dialect);
    const { erasureId } = await startErasure(alla, request({ kind: 'card', id: cardId }, asked.name));
    const { counterpartyId } = await createCounterparty(line.world.as(line.company.as('marina')), {
      name: 'ООО «Новое»',
      phones: [{ raw: asked.typedPhone, extension: '' }],
    });
    await work();
    expect((await getErasure(alla, { erasureId })).erasure).toMatchObject({
      state: 'done',
      hasFailed: false,
    });
    const { card } = await getCounterparty(line.world.as(line.company.as('marina')), { counterpartyId });
    expect(card.phones).toMatchObject([{ raw: asked.typedPhone }]);
    expect(await tracesIn(line.store, dataDir, ['чернобуров', 'velimir'])).toEqual([]);
  });

  test('is handed out whole: every table and column in which something of theirs was written', async () => {
    const { line, alla, cardId } = await start(dialect);
    const data = await exportPersonalData(alla, { kind: 'card', id: cardId });
    const told = new Map(data.tables.map(({ table, rows }) => [table, rows]));
    const before = await rowsOf(line.store);
    const missing = before.filter(({ table, row, text }) => {
      if (!(table in rowsOfSubject) || !text.includes(cardId)) return false;
      const key = JSON.stringify(row.id ?? row.callId ?? row.word ?? row.row);
      return !(told.get(table) ?? []).some(
        (one) => JSON.stringify(one.id ?? one.callId ?? one.word ?? one.row) === key,
      );
    });
    expect(missing.map(({ table }) => table)).toEqual([]);
    for (const [table, rows] of told) {
      const columns = Object.entries(heldData[table]).filter(
        ([, held]) => held === 'value' || held === 'words',
      );
      for (const [column] of columns) expect(rows[0], table).toHaveProperty(column);
    }
    expect(data.recordings).toHaveLength(2);
    expect(data.attachments).toHaveLength(1);
  });

  test('of one contact person goes from the card, which stays; what another card has too stays there', async () => {
    const { line, alla, work, cardId, dataDir } = await start(dialect);
    await createCounterparty(line.world.as(line.company.as('marina')), {
      name: 'ООО «Общий телефон»',
      phones: [{ raw: asked.contactPhone, extension: '' }],
    });
    const { subjects } = await findSubjects(alla, { text: `two-${asked.email}` });
    expect(subjects).toMatchObject([{ kind: 'contact', name: asked.contact, cardName: asked.name }]);
    const contact = { kind: 'contact', id: subjects[0]!.id } as const;
    expect((await previewErasure(alla, contact)).shared).toEqual(['+79169876543']);
    await startErasure(alla, request(contact, asked.contact));
    await work();
    const { card } = await getCounterparty(line.world.as(line.company.as('marina')), {
      counterpartyId: cardId,
    });
    expect(card).toMatchObject({ name: asked.name, contacts: [], contactPerson: '—' });
    expect(await tracesIn(line.store, dataDir, ['златоустов', 'ефросинь', `two-${asked.email}`])).toEqual([]);
    expect(await tracesIn(line.store, dataDir, ['9169876543'])).toEqual(['9169876543']);
  });

  test('of a number without a card is its calls; a copy of the database is rid of them too', async () => {
    const { line, alla, work, dataDir, parts } = await start(dialect);
    const call = await line.callerCalls({ from: '+79995550011' });
    await call.callerJoins();
    await call.callerHangsUp();
    await line.pass(30);
    const { subjects } = await findSubjects(alla, { text: '8 999 555-00-11' });
    expect(subjects).toEqual([{ kind: 'number', id: '+79995550011', name: '+79995550011', cardName: null }]);
    const subject = (await findSubject(line.store.read, { kind: 'number', id: '+79995550011' }))!;
    await startErasure(alla, request({ kind: 'number', id: '+79995550011' }, '8 (999) 555-00-11'));
    const copies: string[] = [];
    await work({ eraseFromCopies: async (one) => copies.push(one.id) });
    expect(copies).toEqual(['+79995550011']);
    expect(await tracesIn(line.store, dataDir, ['9995550011', '1100555999'])).toEqual([]);
    expect(await call.row()).toMatchObject({ callerE164: null, callerText: '', outcome: 'abandoned' });
    await expect(
      eraseFromStore({ ...parts, store: line.store }, subject, { number: 1, at: 0 }),
    ).resolves.toBeDefined();
  });
});

test('a copy of the data made before is rid of the person by the same work', async () => {
  const { line, alla, work, cardId, dataDir } = await start('sqlite');
  await line.store.space.checkpoint();
  const copy = path.join(dataDir, 'backups', '2026-10-31');
  for (const kept of ['callboard.db', 'recordings', 'attachments']) {
    cpSync(path.join(dataDir, kept), path.join(copy, kept), { recursive: true });
  }
  await startErasure(alla, request({ kind: 'card', id: cardId }, asked.name));
  await work({
    eraseFromCopies: async (subject, act) => {
      const store = await openStore({ dataDir: copy });
      const files = { recordings: keepFiles(copy), attachments: keepFiles(copy, 'attachments') };
      const counts = await eraseFromStore({ store, ...files }, subject, act);
      expect(counts).toMatchObject({ recordings: 2, attachments: 1 });
      expect(await tracesIn(store, copy)).toEqual([]);
      await store.close();
      return 1;
    },
  });
  expect(await tracesIn(line.store, dataDir)).toEqual([]);
});

test('what would keep calls waiting is done at night, or when a person says so', async () => {
  const { line, alla, work, cardId } = await start('sqlite');
  const { erasureId } = await startErasure(alla, request({ kind: 'card', id: cardId }, asked.name));
  let searches = 0;
  const large = {
    space: { ...line.store.space, clearSeconds: async () => 60 },
    searchFiles: async () => (++searches > 1 ? [] : ['callboard.db']),
    isQuiet: () => false,
  };
  await work(large);
  await work(large);
  expect(searches).toBe(1);
  expect((await getErasure(alla, { erasureId })).erasure.state).toBe('clearing');
  await finishErasure(alla, { erasureId });
  await work(large);
  const { erasure, entries } = await getErasure(alla, { erasureId });
  expect(erasure.state).toBe('done');
  expect(entries.map(({ what }) => what)).toContain('spaceCleared');
});

test('what is found all the same is no act: it is said and tried again', async () => {
  const { line, alla, work, cardId } = await start('sqlite');
  const { erasureId } = await startErasure(alla, request({ kind: 'card', id: cardId }, asked.name));
  const problems: unknown[] = [];
  const report = (_: string, error: unknown) => void problems.push(error);
  const copies: string[] = [];
  const found = {
    searchFiles: async () => ['notes.txt'],
    eraseFromCopies: async ({ id }: Subject) => copies.push(id),
    report,
  };
  await work(found);
  expect(String(problems[0])).toContain('notes.txt');
  expect((await getErasure(alla, { erasureId })).erasure).toMatchObject({
    state: 'clearing',
    hasFailed: true,
    foundIn: ['notes.txt'],
    nextAttemptAt: line.world.now() + minuteMs,
  });
  line.world.pass(minuteMs);
  await work(found);
  line.world.pass(minuteMs);
  await work(found);
  expect(problems).toHaveLength(2);
  expect(copies).toEqual([]);
  line.world.pass(minuteMs);
  await work();
  expect((await getErasure(alla, { erasureId })).erasure).toMatchObject({ state: 'done', hasFailed: false });
});

test('every column of every table is classified, and every table that holds a person’s own is reached', async () => {
  const store = await openTestStore('sqlite');
  const tables = Object.keys(store.read.t) as TableName[];
  expect(Object.keys(heldData).sort()).toEqual([...tables].sort());
  const owned = tables.filter((table) => Object.values(heldData[table]).includes('value'));
  const reached = new Set([...Object.keys(rowsOfSubject), 'counterpartyWordEndings']);
  expect(owned.filter((table) => !reached.has(table))).toEqual([]);
});

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function start(dialect: Dialect, { isBlocked = true } = {}) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-erasure-'));
  const store = dialect === 'sqlite' ? await openStore({ dataDir }) : await openTestStore(dialect);
  opened.push(async () => {
    if (dialect === 'sqlite') await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const world = createTestWorld(store);
  const line = new TestLine(store, world, await hireTestCompany(world));
  await store.tx(async (db) => {
    await db.q.update(db.t.employees).set({ phone: '+74951230000' });
  });
  await line.available('anna');
  const parts = {
    recordings: keepFiles(dataDir),
    attachments: keepFiles(dataDir, 'attachments'),
    space: store.space,
    searchFiles: (texts: readonly string[]) => searchInstallation(dataDir, texts),
    isQuiet: () => true,
  } satisfies ErasingParts;
  const known = await makeKnownPerson(line, asked, parts);
  if (!isBlocked) await store.tx((db) => db.q.delete(db.t.blockedNumbers).then(() => undefined));
  const alla = world.as(line.company.as('alla'));
  const report = (_: string, error: unknown) => {
    throw error;
  };
  const work = (more: Partial<ErasingParts> = {}) =>
    workOnErasures(line.system(), { ...parts, report, ...more });
  return { line, dataDir, alla, parts, work, cardId: known.cardId, known };
}

type StoredRow = { table: TableName; row: Record<string, unknown>; text: string };

async function rowsOf(store: Store): Promise<StoredRow[]> {
  const found: StoredRow[] = [];
  for (const table of Object.keys(store.read.t) as TableName[]) {
    const rows = (await store.read.q.select().from(store.read.t[table] as never)) as Record<
      string,
      unknown
    >[];
    found.push(...rows.map((row) => ({ table, row, text: JSON.stringify(row) })));
  }
  return found;
}

const idsOf = (rows: StoredRow[]) =>
  rows
    .flatMap(({ row }) => [row.id, row.callId])
    .filter((id): id is string => typeof id === 'string' && id.length > 20);

/** Which of the traces some file of the installation, or some row, still holds, whatever the letters' case. */
async function tracesIn(store: Store, dataDir: string, wanted = traces): Promise<string[]> {
  const found = new Set<string>();
  const look = (text: string) => {
    const lower = text.toLowerCase();
    for (const trace of wanted) if (lower.includes(trace)) found.add(trace);
  };
  for (const { text } of await rowsOf(store)) look(text);
  for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(path.join(entry.parentPath, entry.name));
    look(bytes.toString('utf8'));
    look(bytes.toString('utf16le'));
    look(bytes.subarray(1).toString('utf16le'));
    look(entry.name);
  }
  return wanted.filter((trace) => found.has(trace));
}
