import { describe, expect, test } from 'vitest';
import type { Dialect, Store } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { seenOnceMs } from '@/lib/domain/access-log/seen';
import { dayMs } from '@/lib/domain/duration';
import { getAppeal } from '@/lib/operations/appeals/get-appeal';
import { listAppeals } from '@/lib/operations/appeals/list-appeals';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import { listCounterparties } from '@/lib/operations/counterparties/list-counterparties';
import { searchCounterparties } from '@/lib/operations/counterparties/search-counterparties';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import { forgetOldRows } from '@/lib/operations/deadlines/forget-old-rows';
import type { TestName } from '@/lib/operations/employees/testing';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { createAccessLog } from './access-log';
import { listAccessLog } from './list-access-log';

async function start(dialect: Dialect) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const cardId = await makeTestCard(world, company, {
    name: 'ООО «Сосна»',
    phones: phones('+73842581234'),
  });
  const logFor = async (name: TestName, filter: { employeeId?: string; counterpartyId?: string } = {}) => {
    await world.accessLog.flush();
    return (await listAccessLog(world.as(company.as(name)), { ...filter, limit: 50 })).rows;
  };
  return { world, company, cardId, logFor };
}

describe.each(dialects)('who saw what (CS-10) on %s', (dialect) => {
  test('is on record for a card, with the person, the time and the way in', async () => {
    const { world, company, cardId, logFor } = await start(dialect);
    await getCounterparty(world.as(company.as('anna'), undefined, 'session'), { counterpartyId: cardId });
    world.pass(1000);
    await getCounterparty(world.as(company.as('boris')), { counterpartyId: cardId });
    expect(await logFor('gleb')).toMatchObject([
      {
        at: world.now(),
        employee: { id: 'boris', name: 'Белов\u00A0Б.' },
        via: 'token',
        kind: 'counterparty',
        counterparty: { id: cardId, name: 'ООО «Сосна»' },
        rowCount: null,
      },
      { at: world.now() - 1000, employee: { id: 'anna' }, via: 'session', kind: 'counterparty' },
    ]);
    expect(await logFor('gleb', { employeeId: 'anna' })).toHaveLength(1);
    expect(await logFor('gleb', { counterpartyId: cardId })).toHaveLength(2);
    expect(await logFor('gleb', { counterpartyId: 'another' })).toEqual([]);
  });

  test('is written once within five minutes, however often a screen refreshes itself', async () => {
    const { world, company, cardId, logFor } = await start(dialect);
    const look = async () => {
      await getCounterparty(world.as(company.as('anna')), { counterpartyId: cardId });
      await world.accessLog.flush();
    };
    await look();
    await look();
    // Another process of the same database knows nothing of what this one wrote.
    const another = createAccessLog(world.store);
    const [row] = await world.store.read.q.select().from(world.store.read.t.accessLog);
    another.note({ ...row!, id: 'another' });
    await another.flush();
    expect(await logFor('gleb')).toHaveLength(1);
    world.pass(seenOnceMs);
    await look();
    expect(await logFor('gleb')).toHaveLength(2);
  });

  test('counts the rows of each page of a list, and keeps no word that was searched for', async () => {
    const { world, company, cardId, logFor } = await start(dialect);
    await makeTestCard(world, company, { name: 'ООО «Ясень»' });
    const anna = world.as(company.as('anna'));
    const first = await listCounterparties(anna, { limit: 1, status: 'prospect' });
    world.pass(1);
    await listCounterparties(anna, { limit: 1, status: 'prospect', after: first.next! });
    world.pass(1);
    await searchCounterparties(anna, { query: '+73842581234' });
    expect(await logFor('gleb')).toMatchObject([
      { kind: 'foundCounterparties', rowCount: 1, filters: [], isLaterPage: false },
      { kind: 'counterparties', rowCount: 1, filters: ['status'], isLaterPage: true },
      { kind: 'counterparties', rowCount: 1, filters: ['status'], isLaterPage: false },
    ]);
    const kept = JSON.stringify(await world.store.read.q.select().from(world.store.read.t.accessLog));
    expect(kept).not.toContain('3842581234');
    expect(kept).not.toContain('Сосна');
    expect(kept).toContain(cardId);
  });

  test('leaves out what was refused, and what the line and our clock read', async () => {
    const { world, company, cardId, logFor } = await start(dialect);
    const foreign = getCounterparty(world.as(company.as('pavel')), { counterpartyId: cardId });
    await expect(foreign).rejects.toMatchObject({ code: 'notFound' });
    const unknown = getAppeal(world.as(company.as('anna')), { appealId: 'none' });
    await expect(unknown).rejects.toMatchObject({ code: 'notFound' });
    world.as(null).saw({ kind: 'counterparty', subjectId: cardId });
    expect(await logFor('gleb')).toEqual([]);
  });

  test('is read by management and administrators alone, who are told no name they may not see', async () => {
    const { world, company, cardId, logFor } = await start(dialect);
    await getCounterparty(world.as(company.as('anna')), { counterpartyId: cardId });
    for (const name of ['anna', 'clara', 'polina'] as const) {
      await expect(logFor(name)).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await logFor('marina')).toMatchObject([{ counterparty: { id: cardId, name: 'ООО «Сосна»' } }]);
    expect(await logFor('alla')).toMatchObject([{ counterparty: { id: cardId, name: null } }]);
  });

  test('goes on page by page', async () => {
    const { world, company, cardId } = await start(dialect);
    for (const name of ['anna', 'boris', 'clara'] as const) {
      await getCounterparty(world.as(company.as(name)), { counterpartyId: cardId });
    }
    await world.accessLog.flush();
    const gleb = world.as(company.as('gleb'));
    const first = await listAccessLog(gleb, { limit: 2 });
    const second = await listAccessLog(gleb, { limit: 2, after: first.next! });
    expect(second.next).toBeNull();
    expect([...first.rows, ...second.rows].map(({ employee }) => employee.id)).toEqual([
      'clara',
      'boris',
      'anna',
    ]);
  });

  test('is not spoilt by an address that the database would refuse', async () => {
    const { world, company, logFor } = await start(dialect);
    const after = btoa(encodeURIComponent(JSON.stringify([1, 'id', '\u0000'])));
    await listAppeals(world.as(company.as('anna')), { state: 'all', after, limit: 10 });
    expect(await logFor('gleb')).toMatchObject([{ kind: 'appeals', rowCount: 0 }]);
  });

  test('is forgotten after a year', async () => {
    const { world, company, cardId, logFor } = await start(dialect);
    await getCounterparty(world.as(company.as('anna')), { counterpartyId: cardId });
    await world.accessLog.flush();
    world.pass(365 * dayMs);
    await forgetOldRows(world.as(null));
    expect(await logFor('gleb')).toHaveLength(1);
    world.pass(1);
    await forgetOldRows(world.as(null));
    expect(await logFor('gleb')).toEqual([]);
  });

  test('waits in memory while the database takes nothing, and is written when it does', async () => {
    const { world, company, cardId, logFor } = await start(dialect);
    let isFull = true;
    const store: Store = {
      ...world.store,
      tx: async (act) => {
        if (isFull) throw new Error('the disk is full');
        return world.store.tx(act);
      },
    };
    const accessLog = createAccessLog(store);
    const span = 1;
    accessLog.note({
      id: 'one',
      at: world.now(),
      employeeId: company.as('anna').id,
      via: 'session',
      kind: 'counterparty',
      subjectId: cardId,
      counterpartyId: cardId,
      rowCount: null,
      filters: '',
      afterId: '',
      span,
    });
    await expect(accessLog.flush()).rejects.toThrow('the disk is full');
    expect(await logFor('gleb')).toEqual([]);
    isFull = false;
    await accessLog.flush();
    expect(await logFor('gleb')).toHaveLength(1);
  });
});
