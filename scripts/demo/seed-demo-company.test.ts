import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { readFileType } from '@/lib/domain/attachments/file-type';
import { currentInboundCall } from '@/lib/domain/call-scripts/catalog';
import { restore } from '@/lib/domain/call-scripts/run';
import { restoreCall } from '@/lib/domain/calls/fold-call';
import { initialCities } from '@/lib/domain/cities/initial-cities';
import { checkInn } from '@/lib/domain/counterparties/inn';
import { roundTheClock } from '@/lib/domain/deadlines/business-hours';
import { isLetterFile } from '@/lib/domain/rounds/letter-file';
import { readFolders } from '@/lib/operations/folders/read-folders';
import { isSignatureIntact } from '@/lib/operations/folders/signed-folder';
import { prepareInstallation } from '@/lib/operations/settings/prepare-installation';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { RecordingsInMemory } from '@/tests/recordings-in-memory';
import { listKnownCallers } from './known-callers';
import { seedDemoCompany } from './seed-demo-company';
import { writeLetters } from './write-letters';

describe.each(dialects)('the demo company on %s', (dialect) => {
  test('has four departments, people in every role, three hundred cards and a month of calls', async () => {
    const store = await openTestStore(dialect);
    await seedDemoCompany(store, testStart);
    const { q, t } = store.read;
    await departmentsHaveHeads(store);
    expect(await q.select().from(t.counterparties)).toHaveLength(300);
    expect((await q.select().from(t.appeals)).length).toBeGreaterThan(180);
    const calls = await q.select().from(t.calls);
    expect(calls.length).toBeGreaterThan(140);
    expect(new Set(calls.map(({ outcome }) => outcome))).toEqual(
      new Set(['answered', 'missed', 'abandoned']),
    );
  });
});

describe.each(dialects)(
  'an installation that was prepared before the demo company was wanted, on %s',
  (dialect) => {
    test('keeps its departments and cities, each once, and the company works in them', async () => {
      const store = await openTestStore(dialect);
      const { q, t } = store.read;
      await prepareInstallation(createTestWorld(store).as(null));
      const prepared = await q.select().from(t.departments);
      await seedDemoCompany(store, testStart);
      await departmentsHaveHeads(store);
      const departments = await q.select().from(t.departments);
      expect(departments.map(({ id }) => id).toSorted()).toEqual(prepared.map(({ id }) => id).toSorted());
      expect(departments.map(({ hours }) => hours)).toEqual(
        departments.map(() => roundTheClock('Europe/Moscow')),
      );
      expect(await q.select().from(t.cities)).toHaveLength(initialCities.length);
      const known = new Set(departments.map(({ id }) => id));
      for (const { departmentId } of await q.select().from(t.employees))
        expect(known).toContain(departmentId);
    });
  },
);

describe('the history of the demo company', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-demo-'));
  let store: Store;

  beforeAll(async () => {
    store = await openStore({ dataDir });
    await seedDemoCompany(store, testStart);
  });
  afterAll(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('obeys the rules of cards: buyers have a contract, prospects none, some share an office line', async () => {
    const { q, t } = store.read;
    const cards = await q.select().from(t.counterparties);
    const withContract = new Set((await q.select().from(t.contracts)).map((row) => row.counterpartyId));
    for (const { id, status } of cards) expect(withContract.has(id)).toBe(status !== 'prospect');
    const withPurchase = new Set((await q.select().from(t.purchases)).map((row) => row.counterpartyId));
    for (const { id, status, inn } of cards) {
      expect(withPurchase.has(id)).toBe(status !== 'prospect');
      expect([inn !== '', checkInn(inn)]).toEqual([status !== 'prospect', null]);
    }
    const numbers = (await q.select().from(t.counterpartyPhones)).map(({ e164 }) => e164);
    expect(numbers).not.toContain(null);
    expect(numbers.length - new Set(numbers).size).toBeGreaterThanOrEqual(5);
    const callers = await listKnownCallers(store);
    expect(callers.length).toBeGreaterThan(300);
    expect(callers[0]).toEqual({
      name: expect.any(String),
      number: expect.stringMatching(/^\+\d{10,12}$/),
    });
  });

  test('leaves every open appeal with an open next reaction, and every closed one with none', async () => {
    const { q, t } = store.read;
    const open = (await q.select().from(t.nextReactions)).filter(({ endedAt }) => endedAt === null);
    const withOpen = new Set(open.map(({ appealId }) => appealId));
    for (const { id, closedAt } of await q.select().from(t.appeals)) {
      expect(withOpen.has(id)).toBe(closedAt === null);
    }
    expect(open.filter(({ dueAt }) => dueAt < testStart).length).toBeGreaterThan(5);
    expect(open.filter(({ dueAt }) => dueAt > testStart).length).toBeGreaterThan(20);
    expect(open.filter(({ kind }) => kind === 'missedCall').length).toBeGreaterThan(0);
  });

  test('fulfils next reactions only by a later reaction of those who were responsible', async () => {
    const { q, t } = store.read;
    const reactions = new Map((await q.select().from(t.reactions)).map((row) => [row.id, row]));
    for (const next of await q.select().from(t.nextReactions)) {
      if (next.outcome !== 'fulfilled') continue;
      const by = reactions.get(next.fulfilledByReactionId!)!;
      expect(by.departmentId).toBe(next.responsibleDepartmentId);
      expect(by.employeeId).toBe(next.responsibleEmployeeId ?? by.employeeId);
      expect(by.happenedAt).toBe(next.endedAt);
      expect(by.happenedAt).toBeGreaterThan(next.startedAt);
    }
  });

  test('has leads in every state: taken in time, escalated and still open, ended by a result', async () => {
    const { q, t } = store.read;
    const leads = await q.select().from(t.leads);
    expect(leads.some((lead) => lead.acceptedAt !== null && lead.endedAt === null)).toBe(true);
    expect(leads.some((lead) => lead.escalatedAt !== null && lead.acceptedAt === null)).toBe(true);
    expect(leads.some((lead) => lead.resultReactionId !== null)).toBe(true);
    for (const lead of leads) {
      const isTakenInTime = lead.acceptedAt !== null && lead.acceptedAt <= lead.dueAt;
      expect(lead.escalatedAt === null).toBe(isTakenInTime);
    }
  });

  test('keeps calls and conversations that can be read again; four wait to be finished (IN-6)', async () => {
    const { q, t } = store.read;
    const calls = await q.select().from(t.calls);
    for (const call of calls) expect(restoreCall(call)).toMatchObject({ status: 'done', value: 'ended' });
    for (const run of await q.select().from(t.callScriptRuns)) {
      expect(restore(currentInboundCall, run.snapshot)).toMatchObject({ ok: true, step: { name: run.step } });
    }
    const unfinished = calls.filter((call) => call.unfinishedSince !== null && call.finishedAt === null);
    expect(unfinished).toHaveLength(4);
    const appealsOf = new Map((await q.select().from(t.reactions)).map((row) => [row.callId, row.appealId]));
    for (const call of calls) expect(appealsOf.has(call.id)).toBe(call.recordsWrittenAt !== null);
  });

  test('has a folder that waits to be taken over, and one whose signatures are what was signed (ON-1, ON-2)', async () => {
    const { q, t } = store.read;
    const folders = await q.select().from(t.folders);
    expect(folders.map(({ state }) => state).sort()).toEqual(['inWork', 'incoming']);
    const signatures = await q.select().from(t.folderSignatures);
    expect(signatures.length).toBeGreaterThan(0);
    const whole = await readFolders(store.read, folders);
    for (const signature of signatures) {
      const folder = whole.find(({ row }) => row.id === signature.folderId)!;
      expect(await isSignatureIntact(folder, signature), signature.step).toBe(true);
    }
  });

  test('tells nothing from the future', async () => {
    const { q, t } = store.read;
    const told = [
      ...(await q.select().from(t.reactions)).map(({ happenedAt }) => happenedAt),
      ...(await q.select().from(t.nextReactionChanges)).map(({ at }) => at),
      ...(await q.select().from(t.appeals)).map(({ closedAt }) => closedAt ?? 0),
      ...(await q.select().from(t.callFacts)).map(({ occurredAt }) => occurredAt),
      ...(await q.select().from(t.callScriptEvents)).map(({ at }) => at),
    ];
    expect(Math.max(...told)).toBeLessThan(testStart);
  });

  test('SA-2: every letter of recommendation that came has its file, on the card of its client', async () => {
    const keeper = new RecordingsInMemory();
    await writeLetters(store, keeper);
    const { q, t } = store.read;
    const files = new Map((await q.select().from(t.attachments)).map((file) => [file.id, file]));
    const received = (await q.select().from(t.rounds)).filter((round) => round.letterState === 'received');
    expect(received.length).toBeGreaterThan(5);
    for (const { counterpartyId, letterAttachmentId, letterReceivedAt } of received) {
      const file = files.get(letterAttachmentId!)!;
      expect(file).toMatchObject({ counterpartyId, createdAt: letterReceivedAt });
      const bytes = keeper.kept.get(file.id)!;
      expect(bytes.length).toBe(file.byteLength);
      expect(isLetterFile(file.name)).toBe(true);
      expect(readFileType(file.name, bytes)).toMatchObject({ mediaType: file.mediaType });
    }
    await writeLetters(store, keeper);
    expect(keeper.kept.size).toBe(received.length);
  });

  test('is the same on every machine', async () => {
    const other = await openTestStore('sqlite');
    await seedDemoCompany(other, testStart);
    for (const table of ['counterparties', 'nextReactions', 'calls'] as const) {
      const rows = await store.read.q.select().from(store.read.t[table]);
      expect(await other.read.q.select().from(other.read.t[table])).toEqual(rows);
    }
  });
});

async function departmentsHaveHeads(store: Store) {
  const { q, t } = store.read;
  const departments = await q.select().from(t.departments);
  const employees = await q.select().from(t.employees);
  expect(departments.map(({ kind }) => kind).toSorted()).toEqual([
    'client',
    'management',
    'sales',
    'support',
  ]);
  for (const { id, headId } of departments) {
    expect(employees.find((employee) => employee.id === headId)).toMatchObject({ departmentId: id });
  }
  const roles = new Set(employees.flatMap((employee) => employee.roles));
  expect([...roles].toSorted()).toEqual([
    'administrator',
    'clientManager',
    'generalDirector',
    'head',
    'management',
    'salesManager',
    'supportSpecialist',
  ]);
  expect(new Set(employees.map(({ phone }) => phone)).size).toBe(employees.length);
}
