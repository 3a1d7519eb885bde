import { describe, expect, test } from 'vitest';
import { listChanges } from '@/db/changes';
import { insertComplaint, listComplaintsOfCounterparties } from '@/db/complaints';
import { getCounterparty, updateCounterparty as saveCard } from '@/db/counterparties';
import { getFolder } from '@/db/folders';
import { listNextReactionsOfAppeals } from '@/db/next-reactions';
import { listOpenNextReactions } from '@/db/open-next-reactions';
import { insertRound, listRoundsOfCounterparty } from '@/db/rounds';
import { dialects, openTestStore } from '@/db/testing';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import { updateCounterparty } from '@/lib/operations/counterparties/update-counterparty';
import { disableEmployee } from '@/lib/operations/employees/disable-employee';
import type { TestName } from '@/lib/operations/employees/testing';
import { updateEmployee } from '@/lib/operations/employees/update-employee';
import { planDelivery } from '@/lib/operations/folders/plan-delivery';
import { takeOverFolder } from '@/lib/operations/folders/take-over-folder';
import { handOverTestClient } from '@/lib/operations/folders/testing-folders';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { plannedRound, receivedComplaint } from '@/tests/round-rows';
import { assignClients } from './assign-clients';
import { listAssignments } from './list-assignments';
import { listClientsOf } from './list-clients-of';

describe.each(dialects)('clients on %s', (dialect) => {
  test('go by hand with everything that hangs on them: rounds, next reactions and complaints', async () => {
    const { world, as, cards, owner } = await start(dialect);
    expect(await assignClients(as('clara'), { fromId: 'anna', toId: 'boris', reason: 'отпуск' })).toEqual({
      clients: 2,
      nextReactions: 1,
      complaints: 1,
    });
    expect(await owner(cards[0]!)).toBe('boris');
    expect((await listRoundsOfCounterparty(world.store.read, cards[0]!, 9))[0]).toMatchObject({
      managerId: 'boris',
    });
    expect(await listComplaintsOfCounterparties(world.store.read, [cards[0]!])).toMatchObject([
      { ownerId: 'boris' },
    ]);
    expect(await listOpenNextReactions(world.store.read, { employeeIds: ['boris'], limit: 9 })).toHaveLength(
      1,
    );
    const { rows } = await listAssignments(as('clara'));
    expect(rows.find(({ manager }) => manager.id === 'boris')).toMatchObject({
      clients: 2,
      openRounds: 1,
      openComplaints: 1,
      openNextReactions: 1,
    });
  });

  test('given away by two heads at once go once, and the other is told how many are left', async () => {
    const { as, cards, owner } = await start(dialect);
    const give = (head: TestName, toId: TestName, seenClients: number) =>
      assignClients(as(head), { fromId: 'anna', toId, seenClients, reason: 'отпуск' });
    const ends = await Promise.allSettled([give('clara', 'boris', 2), give('marina', 'clara', 2)]);
    expect(ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value.clients] : []))).toEqual([2]);
    expect(ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))).toMatchObject([
      { code: 'conflict', details: { clients: 0 } },
    ]);
    const owners = new Set(await Promise.all(cards.map(owner)));
    expect(owners.size).toBe(1);
    const nobodys = { fromId: null, toId: null, reason: 'по правилу' };
    await expect(assignClients(as('clara'), { ...nobodys, seenClients: 2 })).rejects.toMatchObject({
      details: { clients: 1 },
    });
    expect(await assignClients(as('clara'), { ...nobodys, seenClients: 1 })).toMatchObject({ clients: 1 });
  });

  test('are counted without the other cards that go along with them', async () => {
    const { world, as, cards, owner } = await start(dialect);
    await world.store.tx((db) => saveCard(db, cards[1]!, { status: 'prospect' }));
    const given = { fromId: 'anna', toId: 'boris', seenClients: 1, reason: 'отпуск' };
    expect(await assignClients(as('clara'), given)).toMatchObject({ clients: 1 });
    expect(await owner(cards[1]!)).toBe('boris');
  });

  test('go by rule to whoever has the fewest, and never to somebody of another department', async () => {
    const { as, cards, owner, nobodys } = await start(dialect);
    expect((await listAssignments(as('marina'))).unassigned).toBe(1);
    await assignClients(as('marina'), { fromId: null, toId: null, reason: 'по правилу' });
    expect(['boris', 'clara']).toContain(await owner(nobodys));
    const wrong = assignClients(as('clara'), { fromId: 'anna', toId: 'pavel', reason: 'нет' });
    await expect(wrong).rejects.toMatchObject({ fields: { toId: 'notAChoice' } });
    const self = assignClients(as('clara'), { fromId: 'anna', toId: 'anna', reason: 'нет' });
    await expect(self).rejects.toMatchObject({ fields: { toId: 'notAChoice' } });
    await expect(
      assignClients(as('anna'), { fromId: null, toId: null, reason: 'себе' }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
    await assignClients(as('clara'), {
      fromId: 'anna',
      toId: 'boris',
      counterpartyIds: [cards[1]!],
      reason: 'один',
    });
    expect([await owner(cards[0]!), await owner(cards[1]!)]).toEqual(['anna', 'boris']);
  });

  test('of somebody who is no client manager stand there to be handed over, and nobody gives that person more', async () => {
    const { world, as, cards } = await start(dialect);
    await world.store.tx((db) => saveCard(db, cards[1]!, { assignedTo: 'pavel' }));
    const { rows } = await listAssignments(as('clara'));
    const former = rows.filter(({ isFormer }) => isFormer).map(({ manager }) => manager.id);
    expect(former).toEqual(['pavel']);
  });

  test('are listed page by page for whoever gives some of them away, and only those go', async () => {
    const { as, cards, owner } = await start(dialect);
    await expect(listClientsOf(as('anna'), { managerId: 'anna', limit: 9 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const first = await listClientsOf(as('clara'), { managerId: 'anna', limit: 1 });
    expect(first).toMatchObject({ rows: [{ id: cards[0], name: 'ООО «Ромашка»' }] });
    const rest = await listClientsOf(as('clara'), { managerId: 'anna', limit: 9, after: first.next! });
    expect(rest).toMatchObject({ rows: [{ id: cards[1] }], next: null });
    const chosen = { fromId: 'anna', toId: 'boris', counterpartyIds: [cards[1]!], reason: 'участок' };
    expect(await assignClients(as('clara'), chosen)).toEqual({
      ...{ clients: 1, nextReactions: 0, complaints: 0 },
    });
    expect(await Promise.all(cards.map(owner))).toEqual(['anna', 'boris']);
  });

  test('are found by name or city, in either alphabet, page by page', async () => {
    const { world, company, as, cards } = await start(dialect);
    const make = (name: string, city: string) =>
      makeTestCard(world, company, { name, city, status: 'client', assignedTo: 'anna' });
    const orel = await make('ООО «Орёл-Сервис»', 'Томск');
    const tomsk = await make('ООО «Лён»', 'Томск');
    await makeTestCard(world, company, { name: 'ООО «Томь»', status: 'client', assignedTo: 'boris' });
    const find = async (query: string) =>
      (await listClientsOf(as('clara'), { managerId: 'anna', query, limit: 9 })).rows.map(({ id }) => id);
    expect(await find('ромаш')).toEqual([cards[0]]);
    expect(await find('romashka')).toEqual([cards[0]]);
    expect(await find('сервис орел')).toEqual([orel]);
    expect(await find('томск')).toEqual([orel, tomsk]);
    expect(await find('лен том')).toEqual([tomsk]);
    expect(await find('  ')).toEqual([...cards, orel, tomsk]);
    expect(await find('нет таких')).toEqual([]);
    const asked = { managerId: 'anna', query: 'томск', limit: 1 };
    const first = await listClientsOf(as('clara'), asked);
    expect(first.rows.map(({ id }) => id)).toEqual([orel]);
    const rest = await listClientsOf(as('clara'), { ...asked, after: first.next! });
    expect(rest).toMatchObject({ rows: [{ id: tomsk }], next: null });
  });

  test('given in portions take the next reactions and complaints about them along, and no others', async () => {
    const { world, as, cards, work } = await start(dialect);
    await work(cards[1]!);
    const give = (counterpartyIds: string[], toId: string | null) =>
      assignClients(as('clara'), { fromId: 'anna', toId, counterpartyIds, reason: 'участок' });
    expect(await give([cards[0]!], 'boris')).toEqual({ clients: 1, nextReactions: 1, complaints: 1 });
    const open = async (name: TestName) =>
      (await listOpenNextReactions(world.store.read, { employeeIds: [name], limit: 9 })).map(
        ({ counterpartyId }) => counterpartyId,
      );
    expect(await open('boris')).toEqual([cards[0]]);
    expect(await open('anna')).toEqual([cards[1]]);
    expect(await listComplaintsOfCounterparties(world.store.read, [cards[0]!])).toMatchObject([
      { ownerId: 'boris' },
    ]);
    expect(await give([cards[1]!], null)).toMatchObject({ clients: 1, nextReactions: 1 });
    expect([...(await open('boris')), ...(await open('clara'))].sort()).toEqual([...cards].sort());
  });

  test('given away leave whoever still has work of the department, or rounds, in the list', async () => {
    const { world, as, cards, work } = await start(dialect);
    await work(null);
    await assignClients(as('clara'), {
      fromId: 'anna',
      toId: 'boris',
      counterpartyIds: cards,
      reason: 'отпуск',
    });
    const anna = async () =>
      (await listAssignments(as('clara'))).rows.find(({ manager }) => manager.id === 'anna');
    await updateEmployee(as('alla'), { employeeId: 'anna', departmentId: 'sales' });
    expect(await anna()).toMatchObject({ isFormer: true, clients: 0, openNextReactions: 1 });
    await assignClients(as('clara'), { fromId: 'anna', toId: 'boris', reason: 'переведена' });
    expect(await anna()).toBeUndefined();
    await world.store.tx((db) =>
      insertRound(db, { ...plannedRound(world.now()), id: 'left', counterpartyId: cards[1]! }),
    );
    expect(await anna()).toMatchObject({ isFormer: true, openRounds: 1 });
  });

  test('take their folders that are not done along, with the work on them and the delivery (ON-1)', async () => {
    const { world, company, as } = await start(dialect);
    const { folderId, counterpartyId } = await handOverTestClient(world, company);
    await takeOverFolder(as('anna'), { folderId, seenManagerId: null });
    await planDelivery(as('anna'), { folderId, deliveryOn: '2026-11-06', version: 2 });
    const { appealId } = (await getFolder(world.store.read, folderId))!;
    const keepers = async () => [
      (await getFolder(world.store.read, folderId))!.takenBy,
      ...(await listNextReactionsOfAppeals(world.store.read, [appealId], 'open')).flatMap(
        ({ responsibleEmployeeId }) => responsibleEmployeeId ?? [],
      ),
    ];
    const one = { fromId: 'anna', toId: 'boris', counterpartyIds: [counterpartyId], reason: 'отпуск' };
    expect(await assignClients(as('clara'), one)).toMatchObject({ clients: 1, nextReactions: 2 });
    expect(await keepers()).toEqual(['boris', 'boris', 'boris']);
    expect(await listChanges(world.store.read, 'folder', folderId)).toMatchObject([
      { fields: { takenBy: { from: 'anna', to: 'boris' } }, reason: 'отпуск', employeeId: 'clara' },
    ]);
    const { version } = (await getCounterparty(world.store.read, counterpartyId))!;
    await updateCounterparty(as('clara'), { counterpartyId, version, assignedTo: 'anna' });
    expect(await keepers()).toEqual(['anna', 'anna', 'anna']);
    await disableEmployee(as('alla'), { employeeId: 'anna', successorId: 'pavel', reason: 'уволена' });
    const [keeper, ...work] = await keepers();
    expect(['boris', 'clara']).toContain(keeper);
    expect(work).toEqual([keeper, keeper]);
  });

  test('of somebody who leaves go to a successor who is a client manager, else by rule', async () => {
    const { world, as, cards, owner } = await start(dialect);
    await disableEmployee(as('alla'), { employeeId: 'anna', successorId: 'pavel', reason: 'уволена' });
    for (const card of cards) expect(['boris', 'clara']).toContain(await owner(card));
    expect(await listComplaintsOfCounterparties(world.store.read, [cards[0]!])).toMatchObject([
      { ownerId: 'pavel' },
    ]);
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const as = (name: TestName) => world.as(company.as(name));
  const make = (name: string, assignedTo: TestName | null) =>
    makeTestCard(world, company, { name, status: 'client', assignedTo });
  const cards = [await make('ООО «Ромашка»', 'anna'), await make('ООО «Мак»', 'anna')];
  const nobodys = await make('ООО «Липа»', null);
  const { appealId } = await recordReaction(as('anna'), {
    counterparty: { use: 'existing', id: cards[0]!, complete: {} },
    appeal: { use: 'new', topic: 'продление', type: '', projectId: null, note: '' },
    reaction: { type: 'other', topic: '', note: '' },
    nextReactions: [{ responsible: { kind: 'employee', employeeId: 'anna' }, dueAt: world.now() + 1000 }],
  });
  await world.store.tx(async (db) => {
    await insertRound(db, { ...plannedRound(world.now()), counterpartyId: cards[0]! });
    await insertComplaint(db, {
      ...receivedComplaint(world.now()),
      ...{ counterpartyId: cards[0]!, appealId, ownerId: 'anna' },
    });
  });
  /** One more next reaction of Anna's, with a card or with a prospect's. */
  const work = async (cardId: string | null) => {
    const id = cardId ?? (await makeTestCard(world, company, { name: 'ООО «Ольха»' }));
    await recordReaction(as('anna'), {
      counterparty: { use: 'existing', id, complete: {} },
      appeal: { use: 'new', topic: 'звонок', type: '', projectId: null, note: '' },
      reaction: { type: 'other', topic: '', note: '' },
      nextReactions: [{ responsible: { kind: 'employee', employeeId: 'anna' }, dueAt: world.now() + 1000 }],
    });
  };
  const owner = async (id: string) => (await getCounterparty(world.store.read, id))!.assignedTo;
  return { world, company, as, cards, nobodys, owner, work };
}
