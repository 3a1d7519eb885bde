import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import type { AccessRow } from '@/db/access-log';
import { insertApiToken } from '@/db/api-tokens';
import { insertCities } from '@/db/cities';
import { insertPair } from '@/db/counterparty-pairs';
import { updateLetter } from '@/db/letters';
import { insertPurchase } from '@/db/purchases';
import { insertRecording } from '@/db/recordings';
import { type Db, openStore, type Store } from '@/db/store';
import { hashPassword } from '@/lib/auth/password';
import { hashSecret, newApiToken } from '@/lib/auth/secrets';
import { createTestBrowser } from '@/lib/auth/testing';
import { roundTheClock } from '@/lib/domain/deadlines/business-hours';
import { readSettings, type Settings } from '@/lib/env';
import { createFeed } from '@/lib/live/feed';
import { newId } from '@/lib/new-id';
import type { AccessLog } from '@/lib/operations/access-log/access-log';
import { addAttachment } from '@/lib/operations/attachments/add-attachment';
import { getCallScript } from '@/lib/operations/call-scripts/get-call-script';
import { createCounterparty } from '@/lib/operations/counterparties/create-counterparty';
import { mergeCounterparties } from '@/lib/operations/counterparties/merge-counterparties';
import { createDepartment } from '@/lib/operations/departments/create-department';
import { type TestName, testPeople } from '@/lib/operations/employees/testing';
import { startImport } from '@/lib/operations/imports/start-import';
import { stopImport } from '@/lib/operations/imports/stop-import';
import { writeLetter } from '@/lib/operations/letters/write-letter';
import { keepRecordings } from '@/lib/operations/recordings/keep-recordings';
import { markReviewed } from '@/lib/operations/reviews/mark-reviewed';
import { blockNumber } from '@/lib/operations/settings/block-number';
import { cityRow } from '@/lib/operations/settings/city-row';
import { createCardField } from '@/lib/operations/settings/create-card-field';
import { createCompanyNumber } from '@/lib/operations/settings/create-company-number';
import { createProject } from '@/lib/operations/settings/create-project';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { keepFiles } from '@/lib/recordings/keep-files';
import { TestLine } from './call-driver';
import { talkOf, throughTheCard } from './talk-driver';

const environment = {
  PUBLIC_URL: 'http://127.0.0.1:3000',
  HOST: '127.0.0.1',
  AUTH_SECRET: 'a secret of tests, long enough to be taken',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: '0'.repeat(32),
  TWILIO_API_KEY_SID: `SK${'0'.repeat(32)}`,
  TWILIO_API_KEY_SECRET: '0'.repeat(32),
  TWILIO_TWIML_APP_SID: `AP${'0'.repeat(32)}`,
  TWILIO_API_BASE_URL: 'http://127.0.0.1:3001',
  DEMO_SIGN_IN: '1',
  DEMO_DATA: '1',
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'callboard-rights-'));

const password = 'сорок семь окон';
const passwordHash = await hashPassword(password);
export const origin = environment.PUBLIC_URL;
export const people = Object.keys(testPeople()) as TestName[];

export type RightsScene = {
  line: TestLine;
  settings: Settings;
  /** The headers of each person's session. */
  sessions: Record<TestName, Headers>;
  /** An API token of each person. */
  tokens: Record<TestName, string>;
  ids: Record<string, unknown>;
  /** What went on record as seen (CS-10), in order. */
  seen: AccessRow[];
};

const shared = globalThis as typeof globalThis & {
  callboard?: Promise<unknown>;
  callboardSettings?: Settings;
};

/**
 * The test company with one of everything the API can be asked about: a finished call of Anna's with its card, appeal,
 * reaction and lead, an unfinished one of hers, one that nobody took, and one that rings in the client department. The clock stands still.
 */
export async function openRightsScene(): Promise<RightsScene> {
  const store = await openStore({ dataDir: folder });
  const world = createTestWorld(store);
  const line = new TestLine(store, world, await hireTestCompany(world));
  await store.tx((db) => db.q.update(db.t.employees).set({ phone: '+74951230000', passwordHash }));
  vi.useFakeTimers({ toFake: ['Date'], now: line.world.now() });
  const parsed = readSettings({ ...environment, DATA_DIR: folder });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  shared.callboardSettings = parsed.settings;

  const calls = await makeCalls(line);
  const tomorrow = line.world.now() + 86_400_000;
  const ids = {
    tomorrow,
    password,
    words: await otherWords(line),
    ...calls,
    ...(await findRecords(line.store.read)),
    ...(await makeSettings(line)),
    letterId: await failLetter(line),
    ...(await makeTwins(line)),
    importId: await stopAnImport(line),
    attachmentId: await attachFile(line),
    purchaseId: await buySomething(line),
    recordingId: await leaveMessage(line, calls.finishedCallId),
  };
  const { sessions, tokens } = await letIn(line, parsed.settings);
  vi.setSystemTime(line.world.now());
  const seen: AccessRow[] = [];
  shared.callboard = Promise.resolve({
    store: withoutTrace(line.store),
    feed: createFeed(line.store),
    accessLog: { note: (row) => seen.push(row), flush: async () => undefined } satisfies AccessLog,
  });
  return { line, settings: parsed.settings, sessions, tokens, ids, seen };
}

export async function closeRightsScene(scene: RightsScene): Promise<void> {
  await scene.line.store.close();
  rmSync(folder, { recursive: true, force: true });
  shared.callboard = undefined;
  shared.callboardSettings = undefined;
  vi.useRealTimers();
}

/** Everything is carried out and answered as ever, and then undone: each question meets the same scene. */
function withoutTrace(store: Store): Store {
  return {
    ...store,
    async tx(act) {
      const undone = new Error('undone');
      let result: { value: Awaited<ReturnType<typeof act>> } | undefined;
      await store
        .tx(async (db) => {
          result = { value: await act(db) };
          throw undone;
        })
        .catch((error: unknown) => {
          if (error !== undone) throw error;
        });
      return result!.value;
    },
    wake: async () => undefined,
  };
}

async function makeCalls(line: TestLine) {
  await line.available('anna', 'boris', 'pavel', 'polina', 'stepan');
  const finished = await line.callerCalls();
  await finished.callerJoins();
  await finished.answers('anna');
  await talkOf(finished, 'anna').say({ type: 'caller.askedAboutProducts' }, ...throughTheCard, {
    type: 'manager.saidGoodbye',
  });
  await finished.callerHangsUp();
  const unfinished = await line.callerCalls({ from: '+79131112233' });
  await unfinished.callerJoins();
  await unfinished.answers('anna');
  await talkOf(unfinished, 'anna').say({ type: 'caller.askedAboutProducts' });
  await unfinished.callerHangsUp();
  const missed = await line.callerCalls({ from: '+79137778899' });
  await missed.callerJoins();
  await missed.callerHangsUp();
  await line.pass(30);
  const ringing = await line.callerCalls({ from: '+79134445566' });
  await ringing.callerJoins();
  return {
    finishedCallId: finished.callId,
    unfinishedCallId: unfinished.callId,
    missedCallId: missed.callId,
    ringingCallId: ringing.callId,
  };
}

/** A card beside the first one, with which it is suspected to be the same, and a third that was merged into it. */
async function makeTwins(line: TestLine) {
  const { counterpartyId } = await findRecords(line.store.read);
  const { marina } = testPeople();
  const as = line.world.as(marina);
  const phones = [{ raw: '+79135556677', extension: '' }];
  const { counterpartyId: otherCardId } = await createCounterparty(as, { name: 'Василёк и К', phones });
  const { counterpartyId: keptId } = await createCounterparty(as, { name: 'ООО «Мак»' });
  const { counterpartyId: mergedId } = await createCounterparty(as, { name: 'Мак, ООО' });
  const { mergeId } = await mergeCounterparties(as, {
    ...{ counterpartyId: keptId, otherId: mergedId },
    ...{ version: 1, otherVersion: 1, take: {} },
  });
  const pairId = line.world.newId();
  const [oneId, otherId] = [counterpartyId, otherCardId].sort() as [string, string];
  const untold = { dismissedAt: null, dismissedBy: null, mergeId: null };
  await line.store.tx((db) =>
    insertPair(db, { id: pairId, oneId, otherId, likeness: ['name'], foundAt: line.world.now(), ...untold }),
  );
  return { otherCardId, mergeId, pairId };
}

/** A file of Marina's that was handed in and stopped before any of its rows. */
async function stopAnImport(line: TestLine): Promise<string> {
  const { marina } = testPeople();
  const file = { kind: 'counterparties', fileName: 'база.csv', text: 'Наименование\nООО «Клён»\n' } as const;
  const { importId } = await startImport(line.world.as(marina), { ...file, mapping: { 0: 'name' } });
  await stopImport(line.world.as(marina), { importId });
  return importId;
}

async function attachFile(line: TestLine): Promise<string> {
  const { counterpartyId } = await findRecords(line.store.read);
  const { anna } = testPeople();
  const file = { counterpartyId, appealId: null, name: 'счёт.pdf', contentBase64: btoa('%PDF-1.7') };
  return (await addAttachment(line.world.as(anna), file, keepFiles(folder, 'attachments'))).attachmentId;
}

async function buySomething(line: TestLine): Promise<string> {
  const { counterpartyId } = await findRecords(line.store.read);
  const id = line.world.newId();
  const now = line.world.now();
  const removed = { removedAt: null, removedBy: null };
  await line.store.tx((db) =>
    insertPurchase(db, {
      ...removed,
      id,
      counterpartyId,
      contractNumber: '',
      projectId: null,
      sumKopecks: 100,
      boughtOn: '2026-10-01',
      paidOn: null,
      note: '',
      happenedAt: now,
      madeClient: false,
      createdAt: now,
      createdBy: 'anna',
      version: 1,
    }),
  );
  return id;
}

/** A message that hangs on the call, with its sound. */
async function leaveMessage(line: TestLine, callId: string): Promise<string> {
  const id = line.world.newId();
  const recordingSid = `RE${'a'.repeat(32)}`;
  line.recordings.atProvider.set(recordingSid, 'RIFF the sound');
  const awaited = { state: 'awaited', attempts: 0, nextAttemptAt: 0 } as const;
  await line.store.tx((db) =>
    insertRecording(db, {
      ...awaited,
      id,
      kind: 'message',
      callId,
      recordingSid,
      durationSeconds: 9,
      recordedAt: line.world.now(),
    }),
  );
  await keepRecordings(line.system(), { source: line.recordings, keeper: keepFiles(folder) });
  return id;
}

/** A letter of Anna's that the mail server refused. */
async function failLetter(line: TestLine): Promise<string> {
  const { counterpartyId, appealId } = await findRecords(line.store.read);
  const anna = line.world.as(line.company.as('anna'));
  const { letterId } = await writeLetter(
    anna,
    {
      to: ['client@example.com'],
      subject: 'Счёт',
      text: 'Добрый день!',
      counterpartyId,
      appeal: { use: 'existing', id: appealId },
      nextReactions: [],
      keepsAddresses: false,
    },
    { hasPost: true },
  );
  await line.store.tx((db) => updateLetter(db, letterId, { state: 'failed', problem: '550' }));
  return letterId;
}

async function findRecords(db: Db) {
  const { counterparties, appeals, reactions, nextReactions, leads } = db.t;
  const [card] = await db.q.select().from(counterparties);
  const [appeal] = await db.q.select().from(appeals);
  const [reaction] = await db.q.select().from(reactions);
  const next = (await db.q.select().from(nextReactions)).find((row) => row.kind === 'act');
  const [lead] = await db.q.select().from(leads);
  return {
    counterpartyId: card!.id,
    appealId: appeal!.id,
    reactionId: reaction!.id,
    nextReactionId: next!.id,
    leadId: lead!.id,
  };
}

/** The words in force with one of them changed. */
async function otherWords(line: TestLine) {
  const { marina } = testPeople();
  const { wording } = await getCallScript(line.world.as(marina), { scriptId: 'inbound-call' });
  const key = Object.keys(wording.words).find((each) => !/greeting|closing|goodbye/i.test(each))!;
  return { ...wording.words, [key]: { ...wording.words[key]!, ru: 'Скажите, пожалуйста, как вас зовут?' } };
}

async function makeSettings(line: TestLine) {
  const { world, store } = line;
  const { alla, marina, anna } = testPeople();
  const { id: projectId } = await createProject(world.as(marina), { name: 'ArchiMed+' });
  const { id: cardFieldId } = await createCardField(world.as(alla), {
    name: 'ИФНС',
    nameEn: '',
    kind: 'text',
    choices: [],
  });
  const { id: numberId } = await createCompanyNumber(world.as(alla), {
    phone: '+74951234567',
    name: 'Главный',
  });
  const { id: emptyDepartmentId } = await createDepartment(world.as(alla), {
    kind: 'sales',
    name: 'Второй отдел продаж',
    nameEn: 'Second sales department',
    headId: null,
    hours: roundTheClock('Europe/Moscow'),
  });
  const e164 = '+79990000000';
  await blockNumber(world.as(anna), { phone: e164, reason: 'реклама', callId: null });
  const cityId = world.newId();
  const city = {
    name: 'Кемерово',
    nameEn: 'Kemerovo',
    region: '',
    timeZone: 'Asia/Novokuznetsk',
    diallingCodes: [],
  };
  await store.tx((db) => insertCities(db, [cityRow(city, cityId, world.now())]));
  const { reactionId } = await findRecords(store.read);
  await markReviewed(world.as(marina), { reactionId, remark: 'Уточните город.' });
  return {
    projectId,
    cardFieldId,
    numberId,
    emptyDepartmentId,
    e164,
    cityId,
    employeeId: 'boris',
    departmentId: 'client',
  };
}

async function letIn(line: TestLine, settings: Settings) {
  const sessions = {} as RightsScene['sessions'];
  const tokens = {} as RightsScene['tokens'];
  for (const name of people) {
    const browser = createTestBrowser({ store: line.store, now: line.world.now, newId, settings });
    await browser.signInForDemo(name);
    sessions[name] = browser.headers();
    tokens[name] = newApiToken();
    await line.store.tx((db) =>
      insertApiToken(db, {
        id: newId(),
        tokenHash: hashSecret(tokens[name]),
        employeeId: name,
        label: 'test',
        createdAt: line.world.now(),
      }),
    );
  }
  return { sessions, tokens };
}
