import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import type { AccessRow } from '@/db/access-log';
import { insertApiToken } from '@/db/api-tokens';
import { getAppeal, insertAppeal } from '@/db/appeals';
import { insertCities } from '@/db/cities';
import { insertComplaint } from '@/db/complaints';
import { insertPair } from '@/db/counterparty-pairs';
import { updateLetter } from '@/db/letters';
import { insertPurchase } from '@/db/purchases';
import { insertRecording } from '@/db/recordings';
import { insertRound } from '@/db/rounds';
import { type Db, openStore, type Store } from '@/db/store';
import { hashPassword } from '@/lib/auth/password';
import { hashSecret, newApiToken } from '@/lib/auth/secrets';
import { createTestBrowser } from '@/lib/auth/testing';
import type { BackupKeeper } from '@/lib/domain/backups/backup';
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
import { makeDocument } from '@/lib/operations/documents/make-document';
import { type TestName, testPeople } from '@/lib/operations/employees/testing';
import { getFolder } from '@/lib/operations/folders/get-folder';
import { reportDeviation } from '@/lib/operations/folders/report-deviation';
import { takeOverFolder } from '@/lib/operations/folders/take-over-folder';
import { handOverTestClient, signAsSeen } from '@/lib/operations/folders/testing-folders';
import { startImport } from '@/lib/operations/imports/start-import';
import { stopImport } from '@/lib/operations/imports/stop-import';
import { writeLetter } from '@/lib/operations/letters/write-letter';
import { startErasure } from '@/lib/operations/personal-data/start-erasure';
import { workOnErasures } from '@/lib/operations/personal-data/work-on-erasures';
import { recordPurchase } from '@/lib/operations/purchases/record-purchase';
import { keepRecordings } from '@/lib/operations/recordings/keep-recordings';
import { markReviewed } from '@/lib/operations/reviews/mark-reviewed';
import { beginScoreCard } from '@/lib/operations/score-cards/begin-score-card';
import { getScoreCard } from '@/lib/operations/score-cards/get-score-card';
import { saveScoreCard } from '@/lib/operations/score-cards/save-score-card';
import { sendScoreCard } from '@/lib/operations/score-cards/send-score-card';
import { blockNumber } from '@/lib/operations/settings/block-number';
import { cityRow } from '@/lib/operations/settings/city-row';
import { createCardField } from '@/lib/operations/settings/create-card-field';
import { createCompanyNumber } from '@/lib/operations/settings/create-company-number';
import { createProject } from '@/lib/operations/settings/create-project';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { createWebhook } from '@/lib/operations/webhooks/create-webhook';
import { listDeliveries } from '@/lib/operations/webhooks/list-deliveries';
import { testWebhook } from '@/lib/operations/webhooks/test-webhook';
import { keepFiles } from '@/lib/recordings/keep-files';
import { BackupsInMemory } from './backups-in-memory';
import { TestLine } from './call-driver';
import { plannedRound, receivedComplaint } from './round-rows';
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
  callboardBackups?: BackupKeeper;
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
    ...(await makeWebhook(line)),
    letterId: await failLetter(line),
    ...(await makeTwins(line)),
    importId: await stopAnImport(line),
    erasureId: await eraseNumber(line),
    attachmentId: await attachFile(line),
    purchaseId: await buySomething(line),
    ...(await askAClient(line)),
    recordingId: await leaveMessage(line, calls.finishedCallId),
    ...(await handOverClient(line)),
    cardId: await scoreCall(line, calls.finishedCallId),
    apiTokenId: await giveToken(line, 'anna', newApiToken()),
    backupName: await backUp(),
  };
  const { sessions, tokens } = await letIn(line, parsed.settings);
  vi.setSystemTime(line.world.now());
  const seen: AccessRow[] = [];
  shared.callboard = Promise.resolve({
    store: withoutTrace(line.store),
    feed: createFeed(line.store),
    accessLog: {
      note: (row) => seen.push(row),
      noteRefusal: () => undefined,
      flush: async () => undefined,
    } satisfies AccessLog,
  });
  return { line, settings: parsed.settings, sessions, tokens, ids, seen };
}

export async function closeRightsScene(scene: RightsScene): Promise<void> {
  await scene.line.store.close();
  rmSync(folder, { recursive: true, force: true });
  shared.callboard = undefined;
  shared.callboardSettings = undefined;
  shared.callboardBackups = undefined;
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

/** A backup that is begun, read or deleted by nobody: the questions meet the same scene. */
async function backUp(): Promise<string> {
  const backups = new BackupsInMemory();
  await backups.make('person');
  const made = await backups.list();
  const begins = async () => true;
  const untouched: BackupKeeper = {
    list: async () => made,
    work: async () => null,
    failure: async () => null,
    place: () => backups.place(),
    make: begins,
    check: begins,
    remove: begins,
  };
  shared.callboardBackups = untouched;
  return made[0]!.name;
}

/** An erasure of a number that never called, done. */
async function eraseNumber(line: TestLine): Promise<string> {
  const { alla } = testPeople();
  const { erasureId } = await startErasure(line.world.as(alla), {
    kind: 'number',
    id: '+79997654321',
    confirmation: '+79997654321',
    requestNumber: '16/2026',
    requestedOn: '2026-10-29',
    legalBasis: '152-ФЗ',
    reason: 'отозвано согласие',
  });
  await workOnErasures(line.system(), {
    recordings: line.recordings,
    attachments: line.recordings,
    space: line.store.space,
    searchFiles: async () => [],
    isQuiet: () => true,
  });
  return erasureId;
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

/** A folder that Anna took over, with a signature, a deviation and a document, and another purchase of its client. */
async function handOverClient(line: TestLine) {
  const { world, company } = line;
  const anna = () => world.as(company.as('anna'));
  const { counterpartyId, folderId, paid } = await handOverTestClient(world, company);
  await takeOverFolder(anna(), { folderId, seenManagerId: null });
  await signAsSeen(anna(), { folderId, step: 'box' });
  const { deviationId } = await reportDeviation(anna(), { folderId, text: 'нет печати' });
  const label = { folderId, kind: 'courierLabel', projectId: null } as const;
  const { documentId } = await makeDocument(anna(), label);
  const { purchaseId } = await recordPurchase(anna(), { counterpartyId, ...paid });
  const { steps } = await getFolder(anna(), { folderId });
  return {
    folderCardId: counterpartyId,
    folderId,
    deviationId,
    documentId,
    folderPurchaseId: purchaseId,
    seenBook: steps.find(({ step }) => step === 'book')!.fingerprint,
  };
}

/** A round of Anna's that is planned, and a complaint about the work of support that nobody took yet. */
async function askAClient(line: TestLine) {
  const { counterpartyId, appealId } = await findRecords(line.store.read);
  const { id: roundId, ...round } = plannedRound(line.world.now());
  const complaint = receivedComplaint(line.world.now());
  await line.store.tx(async (db) => {
    await insertRound(db, { ...round, id: roundId, counterpartyId });
    const appeal = (await getAppeal(db, appealId))!;
    const ofComplaint = { ...appeal, id: 'complained', number: 9000 };
    await insertAppeal(db, ofComplaint);
    await insertComplaint(db, { ...complaint, counterpartyId, appealId: ofComplaint.id });
  });
  return { roundId, complaintId: complaint.id };
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

/** A score card of Anna's, written by the head of her department and sent to her. */
async function scoreCall(line: TestLine, callId: string): Promise<string> {
  const clara = () => line.world.as(line.company.as('clara'));
  const { cardId } = await beginScoreCard(clara(), { callId });
  const { criteria } = await getScoreCard(clara(), { cardId });
  const marks = Object.fromEntries(
    criteria.map(({ key }) => [key, { verdict: 'yes' as const, comment: '', place: null }]),
  );
  const content = { marks, notes: [], summary: '' };
  const { version } = await saveScoreCard(clara(), { cardId, version: 1, content });
  await sendScoreCard(clara(), { cardId, version });
  return cardId;
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
      attachmentIds: [],
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

async function makeWebhook({ world }: TestLine) {
  const alla = world.as(testPeople().alla);
  const { id: webhookId } = await createWebhook(
    alla,
    { address: 'https://example.com/', kinds: ['call.missed'] },
    { takesThisMachine: false },
  );
  await testWebhook(alla, { webhookId });
  const [delivery] = (await listDeliveries(alla, { webhookId, limit: 1 })).rows;
  return { webhookId, deliveryId: delivery!.id };
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
    await giveToken(line, name, tokens[name]);
  }
  return { sessions, tokens };
}

async function giveToken(line: TestLine, employeeId: TestName, token: string): Promise<string> {
  const id = newId();
  const createdAt = line.world.now();
  await line.store.tx((db) =>
    insertApiToken(db, { id, tokenHash: hashSecret(token), employeeId, label: 'test', createdAt }),
  );
  return id;
}
