import { getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { insertCall } from '@/db/calls';
import { listChanges } from '@/db/changes';
import { insertProject } from '@/db/projects';
import { insertRound } from '@/db/rounds';
import type { Db } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { purchaseInputSchema } from '@/lib/domain/purchases/purchases.contract';
import { addAttachment } from '@/lib/operations/attachments/add-attachment';
import { makeDocument } from '@/lib/operations/documents/make-document';
import type { TestName } from '@/lib/operations/employees/testing';
import { handOverFolder } from '@/lib/operations/folders/hand-over-folder';
import { takeOverFolder } from '@/lib/operations/folders/take-over-folder';
import { titlePage } from '@/lib/operations/folders/testing-folders';
import { writeLetter } from '@/lib/operations/letters/write-letter';
import { listPurchases } from '@/lib/operations/purchases/list-purchases';
import { recordPurchase } from '@/lib/operations/purchases/record-purchase';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';
import { createCardField } from '@/lib/operations/settings/create-card-field';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { RecordingsInMemory } from '@/tests/recordings-in-memory';
import { plannedRound } from '@/tests/round-rows';
import { compareCounterparties } from './compare-counterparties';
import { createCounterparty } from './create-counterparty';
import { findCaller } from './find-caller';
import { getCounterparty } from './get-counterparty';
import { listCardChanges } from './list-card-changes';
import { listCounterparties } from './list-counterparties';
import { listTimeline } from './list-timeline';
import { mergeCounterparties } from './merge-counterparties';
import { searchCounterparties } from './search-counterparties';
import { undoMerge } from './undo-merge';
import { updateCounterparty } from './update-counterparty';

describe.each(dialects)('two cards of one counterparty on %s', (dialect) => {
  test('become one: of each field one value stays, and everything of the other moves', async () => {
    const { anna, own, other, merge } = await start(dialect);
    await merge({ take: { name: 'other' } });
    const { card, purchases, attachments, merges, appeals } = await getCounterparty(anna, {
      counterpartyId: own,
    });
    expect(card).toMatchObject({
      name: 'Ромашка, ООО',
      inn: '7707083893',
      city: 'Кемерово',
      status: 'client',
      contracts: ['2026/118', '7/15'],
      emails: ['info@romashka.example'],
      contacts: [{ name: 'Ольга' }],
      ownFields: [{ value: 'romashka.example' }],
    });
    expect(card.phones.map(({ raw }) => raw)).toEqual(['+7 384 258-12-34', '8 913 000-11-22']);
    expect([purchases.length, attachments.length, appeals.length]).toEqual([1, 1, 2]);
    expect(merges).toMatchObject([{ name: 'Ромашка, ООО', employeeName: 'Сидорова\u00A0А.' }]);
    const { rows } = await listTimeline(anna, {
      ...{ counterpartyId: own, show: 'all', appeals: 'all', limit: 50 },
    });
    const kinds = rows.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'reaction')).toHaveLength(2);
    expect(kinds).toEqual(expect.arrayContaining(['call', 'purchase', 'file', 'change']));
    expect((await listCounterparties(anna, { limit: 9 })).rows.map(({ id }) => id)).toEqual([own]);
    for (const query of ['ромашка', '7707083893', '7/15']) {
      const { cards } = await searchCounterparties(anna, { query });
      expect(
        cards.map(({ id }) => id),
        query,
      ).toEqual([own]);
    }
    const { candidates } = await findCaller(anna, { phone: '+79130001122' });
    expect(candidates.map(({ card: { id } }) => id)).toEqual([own]);
    expect((await getCounterparty(anna, { counterpartyId: other })).card.id).toBe(own);
  });

  test('an undone merge is as before: every row, but for versions and the history', async () => {
    const { world, anna, merge, other, own } = await withClientWork(await start(dialect));
    const before = await allRows(world.store.read);
    const filled = ['rounds', 'letters', 'folders', 'complaints', 'counterparty_values', 'documents'];
    for (const name of filled) {
      const cards = before[name]!.map((row) => (row as { counterpartyId: string }).counterpartyId);
      expect(cards, name).toEqual(expect.arrayContaining([own, other]));
    }
    const { mergeId } = await merge({ take: { name: 'other', note: 'other', assignedTo: 'other' } });
    expect(await allRows(world.store.read)).not.toEqual(before);
    expect(await undoMerge(anna, { mergeId })).toEqual({ counterpartyId: other });
    expect(await allRows(world.store.read)).toEqual(before);
    expect(await undoMerge(anna, { mergeId })).toEqual({ counterpartyId: other });
    const again = await compareCounterparties(anna, { counterpartyId: own, otherId: other });
    await mergeCounterparties(anna, {
      ...{ counterpartyId: own, otherId: other, take: {} },
      ...{ version: again.own.version, otherVersion: again.other.version },
    });
  });

  test('of two clients that are one, what is open belongs to whom the one belongs to (ON-1, SA-1, SA-2)', async () => {
    const { world, anna: clara, own, merge } = await withClientWork(await start(dialect));
    const { q, t } = world.store.read;
    const { mergeId } = await merge({ take: { assignedTo: 'other' } });
    const rounds = await q.select().from(t.rounds);
    expect(rounds.filter(({ state }) => state === 'planned')).toMatchObject([{ managerId: 'boris' }]);
    const waiting = rounds.filter(({ letterState }) => letterState === 'asked');
    expect(waiting).toMatchObject([{ id: `satisfied ${own}`, managerId: 'boris' }]);
    const folders = await q.select().from(t.folders);
    expect(folders.map(({ takenBy }) => takenBy)).toEqual(['boris', 'boris']);
    const working = new Set(folders.map(({ workNextReactionId }) => workNextReactionId));
    const work = (await q.select().from(t.nextReactions)).filter(({ id }) => working.has(id));
    expect(work.map((next) => next.responsibleEmployeeId)).toEqual(['boris', 'boris']);

    const planned = plannedRound(world.now());
    await world.store.tx((db) =>
      insertRound(db, { ...planned, id: 'next', counterpartyId: own, managerId: 'boris' }),
    );
    await undoMerge(clara, { mergeId });
    const [next] = (await q.select().from(t.rounds)).filter(({ id }) => id === 'next');
    expect(next).toMatchObject({ counterpartyId: own, managerId: 'anna' });
    const history = await listChanges(world.store.read, 'counterparty', own);
    expect(history[0]!.fields).toMatchObject({ assignedTo: { from: 'boris', to: 'anna' } });
  });

  test('keep both histories, also by way of a third card; an undone merge takes its own back', async () => {
    const { anna, own, other, merge } = await start(dialect);
    const rename = async (counterpartyId: string, city: string) => {
      const { version } = (await getCounterparty(anna, { counterpartyId })).card;
      await updateCounterparty(anna, { counterpartyId, version, city });
    };
    await rename(other, 'Томск');
    await rename(own, 'Юрга');
    const third = (await createCounterparty(anna, { name: 'Ромашка' })).counterpartyId;
    await merge({});
    const compared = await compareCounterparties(anna, { counterpartyId: third, otherId: own });
    const { mergeId } = await mergeCounterparties(anna, {
      ...{ counterpartyId: third, otherId: own, take: { city: 'own' } },
      ...{ version: compared.own.version, otherVersion: compared.other.version },
    });
    const cities = async (counterpartyId: string) => {
      const first = await listCardChanges(anna, { counterpartyId, field: 'city', limit: 1 });
      const after = first.next ?? undefined;
      const rest = after
        ? await listCardChanges(anna, { counterpartyId, field: 'city', after, limit: 9 })
        : null;
      return [...first.rows, ...(rest?.rows ?? [])].map(({ fields, mergedCard }) => [
        fields.city!.to,
        mergedCard,
      ]);
    };
    expect(await cities(third)).toEqual([
      ['Юрга', 'ООО «Ромашка»'],
      ['Томск', 'Ромашка, ООО'],
    ]);
    const { rows } = await listTimeline(anna, {
      ...{ counterpartyId: third, show: 'changes', appeals: 'all', limit: 9 },
    });
    expect(rows.filter((entry) => entry.kind === 'change' && entry.change.fields.city)).toHaveLength(2);
    await undoMerge(anna, { mergeId });
    expect(await cities(third)).toEqual([]);
    expect(await cities(own)).toHaveLength(2);
  });

  test('what was written on a moved appeal since goes back with it; what was written on the card stays', async () => {
    const { anna, own, other, merge, react } = await start(dialect);
    const [appeal] = (await getCounterparty(anna, { counterpartyId: other })).appeals;
    const { mergeId } = await merge({});
    await react(other, appeal!.id);
    await recordPurchase(anna, { counterpartyId: own, ...box });
    await undoMerge(anna, { mergeId });
    const reactionsOf = async (counterpartyId: string) => {
      const query = { counterpartyId, show: 'reactions', appeals: 'all', limit: 50 } as const;
      return (await listTimeline(anna, query)).rows.length;
    };
    expect([await reactionsOf(own), await reactionsOf(other)]).toEqual([1, 2]);
    expect((await listPurchases(anna, { counterpartyId: own, limit: 9 })).rows).toHaveLength(1);
  });

  test('complaints and letters written on a moved appeal since go back with it', async () => {
    const { world, anna, own, other, merge } = await start(dialect);
    const [appeal] = (await getCounterparty(anna, { counterpartyId: other })).appeals;
    const { mergeId } = await merge({});
    const onAppeal = { use: 'existing', id: appeal!.id } as const;
    await recordReaction(anna, {
      counterparty: { use: 'existing', id: own, complete: {} },
      appeal: onAppeal,
      reaction: { type: 'complaint', topic: '', note: 'не отвечают', causedBy: 'support' },
      nextReactions: [],
    });
    const letter = { to: ['info@romashka.example'], subject: 'Счёт', text: 'Добрый день!' };
    await writeLetter(
      anna,
      {
        ...letter,
        counterpartyId: other,
        appeal: onAppeal,
        nextReactions: [],
        attachmentIds: [],
        keepsAddresses: false,
      },
      { hasPost: true },
    );
    const hung = async () => {
      const { q, t } = world.store.read;
      const rows = [...(await q.select().from(t.complaints)), ...(await q.select().from(t.letters))];
      return rows.map(({ counterpartyId }) => counterpartyId);
    };
    expect(await hung()).toEqual([own, own]);
    await undoMerge(anna, { mergeId });
    expect(await hung()).toEqual([other, other]);
  });

  test('a card whose lists were changed since keeps its merge, and says so; of several the last is undone first', async () => {
    const { world, anna, own, merge } = await start(dialect);
    const { mergeId } = await merge({});
    const third = await createCounterparty(anna, { name: 'Ромашка' });
    const { version } = (await getCounterparty(anna, { counterpartyId: own })).card;
    const { mergeId: later } = await mergeCounterparties(anna, {
      ...{ counterpartyId: own, otherId: third.counterpartyId, take: {} },
      ...{ version, otherVersion: 1 },
    });
    const refused = { code: 'notPossibleNow', details: { reason: 'changedSince' } };
    await expect(undoMerge(anna, { mergeId })).rejects.toMatchObject(refused);
    await undoMerge(anna, { mergeId: later });
    const { card } = await getCounterparty(anna, { counterpartyId: own });
    const emails = ['new@romashka.example'];
    await updateCounterparty(anna, { counterpartyId: own, version: card.version, emails });
    const rows = await allRows(world.store.read);
    await expect(undoMerge(anna, { mergeId })).rejects.toMatchObject(refused);
    expect((await allRows(world.store.read)).calls).toEqual(rows.calls);
  });

  test('a field written since stays with the card, and the rest is taken back', async () => {
    const { anna, own, other, merge } = await start(dialect);
    const { mergeId } = await merge({ take: { name: 'other' } });
    const { version } = (await getCounterparty(anna, { counterpartyId: own })).card;
    await updateCounterparty(anna, { counterpartyId: own, version, city: 'Томск', note: 'верно' });
    await undoMerge(anna, { mergeId });
    expect((await getCounterparty(anna, { counterpartyId: own })).card).toMatchObject({
      ...{ name: 'ООО «Ромашка»', inn: '', city: 'Томск', note: 'верно', contracts: ['2026/118'] },
    });
    expect((await getCounterparty(anna, { counterpartyId: other })).card).toMatchObject({
      ...{ name: 'Ромашка, ООО', inn: '7707083893', note: 'вторая' },
    });
    const found = async (query: string) =>
      (await searchCounterparties(anna, { query })).cards.map(({ id }) => id);
    expect(await found('ромашка')).toHaveLength(2);
  });

  test('is for those who see every card, and for cards as they were compared', async () => {
    const { world, company, own, merge, other, anna } = await start(dialect);
    const stale = merge({ version: 7 });
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
    const pavel = world.as(company.as('pavel'));
    const input = { counterpartyId: own, otherId: other, version: 2, otherVersion: 1, take: {} };
    await expect(mergeCounterparties(pavel, input)).rejects.toMatchObject({ code: 'forbidden' });
    const itself = mergeCounterparties(anna, { ...input, otherId: own });
    await expect(itself).rejects.toMatchObject({ fields: { otherId: 'notAChoice' } });
  });

  test('are merged by a client manager without a choice of whose client the one is (CO-1)', async () => {
    const { world, company, own, other } = await start(dialect);
    const give = async (counterpartyId: string, assignedTo: TestName) => {
      const head = world.as(company.as('clara'));
      const { version } = (await getCounterparty(head, { counterpartyId })).card;
      await updateCounterparty(head, { counterpartyId, version, assignedTo });
    };
    const mergeAs = async (name: TestName, assignedTo?: 'own' | 'other') => {
      const person = world.as(company.as(name));
      const compared = await compareCounterparties(person, { counterpartyId: own, otherId: other });
      await mergeCounterparties(person, {
        ...{ counterpartyId: own, otherId: other, take: { assignedTo } },
        ...{ version: compared.own.version, otherVersion: compared.other.version },
      });
      return (await getCounterparty(person, { counterpartyId: own })).card.assignedTo?.id;
    };
    await give(other, 'boris');
    const kept = { fields: { assignedTo: 'duplicates.errors.managerKept' } };
    await expect(mergeAs('anna', 'own')).rejects.toMatchObject(kept);
    await give(own, 'anna');
    const twoManagers = { fields: { assignedTo: 'duplicates.errors.twoManagers' } };
    await expect(mergeAs('anna')).rejects.toMatchObject(twoManagers);
    await expect(mergeAs('anna', 'other')).rejects.toMatchObject(twoManagers);
    expect(await mergeAs('clara', 'other')).toBe('boris');
  });
});

const box = purchaseInputSchema.parse({ sumKopecks: 100, boughtOn: '2026-10-20' });
/** What tells of the merge itself, and of whoever was told. */
const ofTheMerge = new Set([
  ...['changes', 'next_reaction_changes', 'counterparty_merges'],
  ...['feed', 'requests', 'access_log', 'audit_log'],
]);
const versioned = new Set(['counterparties', 'rounds', 'folders', 'next_reactions']);

async function allRows(db: Db): Promise<Record<string, unknown[]>> {
  const tables = Object.values(db.t) as unknown as SQLiteTable[];
  const found: Record<string, unknown[]> = {};
  for (const table of tables) {
    const name = getTableName(table);
    if (ofTheMerge.has(name)) continue;
    const rows = (await db.q.select().from(table)) as Record<string, unknown>[];
    found[name] = rows
      .filter((row) => name !== 'deadlines' || row.outcome !== 'withdrawn')
      .map((row) => (name === 'deadlines' ? { ...row, id: '', generation: 'counts on' } : row))
      .map((row) => (versioned.has(name) ? { ...row, version: 'counts on' } : row))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return found;
}

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const anna = world.as(company.as('anna'));
  const { id: site } = await createCardField(world.as(company.as('alla')), {
    ...{ name: 'Сайт', nameEn: '', kind: 'text', choices: [] },
  });
  const { counterpartyId: own } = await createCounterparty(anna, {
    name: 'ООО «Ромашка»',
    city: 'Кемерово',
    phones: [{ raw: '+7 384 258-12-34', extension: '' }],
    contracts: ['2026/118'],
    status: 'prospect',
    note: 'первая',
  });
  const { counterpartyId: other } = await createCounterparty(anna, {
    name: 'Ромашка, ООО',
    inn: '7707083893',
    phones: [
      { raw: '8 (3842) 58-12-34', extension: '' },
      { raw: '8 913 000-11-22', extension: '' },
    ],
    emails: ['info@romashka.example'],
    contacts: [
      {
        ...{ name: 'Ольга', role: '', phone: '8 913 000-33-44', phoneExtension: '' },
        email: '',
        birthday: '',
      },
    ],
    contracts: ['7/15'],
    ownFields: { [site]: 'romashka.example' },
    note: 'вторая',
  });
  const react = (counterpartyId: string, appealId?: string) =>
    recordReaction(anna, {
      counterparty: { use: 'existing', id: appealId ? own : counterpartyId, complete: {} },
      appeal: appealId
        ? { use: 'existing', id: appealId }
        : { use: 'new', topic: 'запрос цен', type: '', projectId: null, note: '' },
      reaction: { type: 'outgoingCall', topic: '', note: '' },
      nextReactions: [
        { responsible: { kind: 'department', departmentKind: 'sales' }, dueAt: world.now() + 86_400_000 },
      ],
    });
  await react(own);
  await react(other);
  await recordPurchase(anna, { counterpartyId: other, ...box });
  const file = { appealId: null, name: 'договор.pdf', contentBase64: btoa('%PDF-1.7') };
  await addAttachment(anna, { counterpartyId: other, ...file }, new RecordingsInMemory());
  await world.store.tx((db) =>
    insertCall(db, {
      ...{ id: world.newId(), callSid: 'CA1', callerText: '+79130001122', callerKind: 'number' },
      ...{ direction: 'inbound' as const },
      ...{ callerE164: '+79130001122', calledNumber: '+73842000000', phase: 'ended', snapshot: {} },
      ...{ machineVersion: 1, version: 1, departmentId: 'client', counterpartyId: other },
      ...{ arrivedAt: world.now(), claimGeneration: 0, lastEventAt: world.now() },
    }),
  );
  const merge = async (change: Partial<Parameters<typeof mergeCounterparties>[1]>) => {
    const { own: one, other: two } = await compareCounterparties(anna, {
      counterpartyId: own,
      otherId: other,
    });
    return mergeCounterparties(anna, {
      ...{ counterpartyId: own, otherId: other, take: {} },
      ...{ version: one.version, otherVersion: two.version },
      ...change,
    });
  };
  return { world, company, anna, own, other, merge, react, site };
}

type Started = Awaited<ReturnType<typeof start>>;

/** Anna's client and Boris's: each with a planned round and one that waits for a letter, a folder, a complaint and a letter. */
async function withClientWork({ world, company, anna, own, other, site }: Started) {
  await world.store.tx((db) =>
    insertProject(db, { id: 'crm', name: 'CRM', sortKey: 'crm', createdAt: 0, disabledAt: null }),
  );
  for (const [counterpartyId, manager] of [
    [own, 'anna'],
    [other, 'boris'],
  ] as const) {
    const person = world.as(company.as(manager));
    const contractNumber = `${manager} 1`;
    const { purchaseId } = await recordPurchase(anna, {
      ...{ ...box, counterpartyId, contractNumber, projectId: 'crm', paidOn: '2026-10-25' },
    });
    const { folderId } = await handOverFolder(anna, {
      ...{ ...titlePage, counterpartyId, purchaseIds: [purchaseId] },
    });
    await takeOverFolder(person, { folderId, seenManagerId: null });
    await makeDocument(person, { folderId, kind: 'handOverAct', projectId: 'crm' });
    const { version } = (await getCounterparty(anna, { counterpartyId })).card;
    const ownFields = { [site]: `${manager}.example` };
    await updateCounterparty(anna, { counterpartyId, version, ownFields });
    await recordReaction(anna, {
      counterparty: { use: 'existing', id: counterpartyId, complete: {} },
      appeal: { use: 'new', topic: 'жалоба', type: '', projectId: null, note: '' },
      reaction: { type: 'complaint', topic: '', note: 'не отвечают', causedBy: 'support' },
      nextReactions: [],
    });
    const letter = { to: ['info@romashka.example'], subject: 'Счёт', text: 'Добрый день!' };
    const [last] = (await getCounterparty(anna, { counterpartyId })).appeals;
    const appeal = { use: 'existing', id: last!.id } as const;
    await writeLetter(
      person,
      { ...letter, counterpartyId, appeal, attachmentIds: [], nextReactions: [], keepsAddresses: false },
      { hasPost: true },
    );
    await world.store.tx(async (db) => {
      const round = { ...plannedRound(world.now()), counterpartyId, managerId: manager };
      await insertRound(db, { ...round, id: `planned ${counterpartyId}` });
      await insertRound(db, {
        ...{ ...round, id: `satisfied ${counterpartyId}`, state: 'satisfied', dueOn: '2026-01-02' },
        ...{ endedAt: world.now(), endedBy: manager },
        ...{ letterState: 'asked', letterAskedAt: world.now() + (manager === 'anna' ? 0 : 1) },
      });
    });
  }
  const clara = world.as(company.as('clara'));
  const mergeAsHead = async ({ take }: { take: Parameters<typeof mergeCounterparties>[1]['take'] }) => {
    const compared = await compareCounterparties(clara, { counterpartyId: own, otherId: other });
    return mergeCounterparties(clara, {
      ...{ counterpartyId: own, otherId: other, take },
      ...{ version: compared.own.version, otherVersion: compared.other.version },
    });
  };
  return { world, anna: clara, own, other, merge: mergeAsHead };
}
