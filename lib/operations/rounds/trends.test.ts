import { describe, expect, test } from 'vitest';
import { insertComplaint } from '@/db/complaints';
import { insertCounterpartyProducts } from '@/db/counterparty-products';
import { insertProject } from '@/db/projects';
import { insertRound, type RoundRow } from '@/db/rounds';
import { dialects, openTestStore } from '@/db/testing';
import { dayMs } from '@/lib/domain/duration';
import type { RoundAnswers } from '@/lib/domain/rounds/round';
import { trendDayOf, type WantedPeriod } from '@/lib/domain/rounds/trend-period';
import { listComplaints } from '@/lib/operations/complaints/list-complaints';
import { makeTestCard } from '@/lib/operations/counterparties/testing-cards';
import type { TestName } from '@/lib/operations/employees/testing';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { plannedRound, receivedComplaint } from '@/tests/round-rows';
import { getRound } from './get-round';
import { listRounds } from './list-rounds';
import { nameNarrowing } from './name-narrowing';
import { readTrends } from './read-trends';

const good = { verdict: 'satisfied', words: 'работаем каждый день' } as const;
const bad = { verdict: 'dissatisfied', words: 'виснет' } as const;
const answers: RoundAnswers = { software: bad, support: good, company: good };

describe.each(dialects)('satisfaction over time on %s', (dialect) => {
  test('is counted by fortnight, question, product and client, the dissatisfied first', async () => {
    const { as, cards, round, products } = await start(dialect);
    const pleased: RoundAnswers = { software: good, support: good, company: good };
    await round({ counterpartyId: cards.rose, state: 'satisfied', answers: pleased }, 1);
    await round({ counterpartyId: cards.rose, state: 'notReached' }, 20);
    await round({ counterpartyId: cards.lily, state: 'dissatisfied', answers }, 21);
    await round({ counterpartyId: cards.lily, state: 'refused' }, 2);
    await round({ counterpartyId: cards.lily, state: 'missed' }, 40);
    await round({ counterpartyId: cards.lily, state: 'cancelled' }, 3);
    await round({ counterpartyId: cards.lily, state: 'satisfied' }, 200);
    await round({ counterpartyId: cards.boriss, managerId: 'boris', state: 'satisfied' }, 4);
    await products();
    const own = await readTrends(as('anna'), {});
    expect(own.total).toEqual({
      ...{ rounds: 5, satisfied: 1, dissatisfied: 1 },
      ...{ notReached: 1, refused: 1, missed: 1 },
    });
    expect(own.spans).toHaveLength(13);
    expect(own.spans.slice(-3)).toMatchObject([
      { rounds: 1, missed: 1 },
      { rounds: 2, notReached: 1, dissatisfied: 1 },
      { rounds: 2, satisfied: 1, refused: 1 },
    ]);
    own.spans.slice(1).forEach(({ from }, index) => {
      expect(from).toBe(own.spans[index]!.until);
    });
    expect(own.subjects).toEqual([
      { subject: 'software', satisfied: 1, dissatisfied: 1 },
      { subject: 'support', satisfied: 2, dissatisfied: 0 },
      { subject: 'company', satisfied: 2, dissatisfied: 0 },
    ]);
    expect(own.products).toMatchObject([{ satisfied: 1, dissatisfied: 1 }]);
    expect(own.clients).toEqual([
      {
        counterparty: { id: cards.lily, name: 'ООО «Лилия»' },
        ...{ satisfied: 0, dissatisfied: 1, last: 'refused' },
      },
      {
        counterparty: { id: cards.rose, name: 'ООО «Роза»' },
        ...{ satisfied: 1, dissatisfied: 0, last: 'satisfied' },
      },
    ]);
    expect((await readTrends(as('clara'), {})).total).toMatchObject({ rounds: 6, satisfied: 2 });
  });

  test('is shown of one product’s clients, and of one client, over time', async () => {
    const { as, cards, round, products, complain } = await start(dialect);
    await round({ counterpartyId: cards.rose, state: 'satisfied' }, 1);
    await round({ counterpartyId: cards.lily, state: 'dissatisfied' }, 20);
    await round({ counterpartyId: cards.boriss, managerId: 'boris', state: 'satisfied' }, 4);
    await complain(cards.boriss, 1, 4);
    await products();
    const of = (name: TestName, only: object) => readTrends(as(name), only);
    const ofProduct = await of('clara', { productId: 'product' });
    expect(ofProduct.total).toMatchObject({ rounds: 2, satisfied: 1, dissatisfied: 1 });
    expect(ofProduct).toMatchObject({ product: { id: 'product' }, client: null, departments: [] });
    const ofClient = await of('clara', { counterpartyId: cards.boriss });
    expect(ofClient).toMatchObject({
      total: { rounds: 1, satisfied: 1 },
      client: { name: 'ООО «Берёза»' },
      departments: [{ complaints: 1 }],
    });
    for (const counterpartyId of [cards.boriss, 'nobody']) {
      await expect(of('anna', { counterpartyId })).rejects.toMatchObject({
        fields: { counterpartyId: 'rounds.errors.unknownClient' },
      });
    }
    await expect(of('clara', { productId: 'zzz' })).rejects.toMatchObject({
      fields: { productId: 'rounds.errors.unknownProduct' },
    });
  });

  test('a list is told the names of the one product and the one client it is narrowed to', async () => {
    const { world, person, cards, products } = await start(dialect);
    await products();
    const named = (of: object) => nameNarrowing(world.store.read, person('anna'), of);
    expect(await named({ productId: 'product', counterpartyId: cards.rose })).toMatchObject({
      product: { name: 'ArchiMed+' },
      client: { name: 'ООО «Роза»' },
    });
    expect(await named({ productId: 'zzz', counterpartyId: 'zzz' })).toEqual({ product: null, client: null });
    expect(await named({})).toEqual({ product: null, client: null });
  });

  test('names the one client also when nothing came out in the period', async () => {
    const { as, cards, round } = await start(dialect);
    await round({ counterpartyId: cards.boriss, managerId: 'anna', state: 'satisfied' }, 1);
    for (const name of ['anna', 'clara'] as const) {
      const quiet = await readTrends(as(name), { counterpartyId: cards.rose });
      expect(quiet).toMatchObject({
        total: { rounds: 0 },
        client: { id: cards.rose, name: 'ООО «Роза»' },
      });
      const former = await readTrends(as(name), { counterpartyId: cards.boriss });
      expect(former).toMatchObject({ total: { rounds: 1 }, client: { name: 'ООО «Берёза»' } });
    }
  });

  test('counts the rounds that the list shows of the same days, outcome and client', async () => {
    const { as, cards, round, products } = await start(dialect);
    await round({ counterpartyId: cards.rose, state: 'satisfied' }, 0);
    await round({ counterpartyId: cards.rose, state: 'dissatisfied' }, 13.9);
    await round({ counterpartyId: cards.lily, state: 'satisfied' }, 14.1);
    await round({ counterpartyId: cards.lily, state: 'cancelled' }, 15);
    await round({ counterpartyId: cards.boriss, managerId: 'boris', state: 'satisfied' }, 28);
    await round({ counterpartyId: cards.lily, state: 'dissatisfied', answers }, 16);
    await round({ counterpartyId: cards.rose, state: 'cancelled', answers }, 17);
    await products();
    const views = [
      { name: 'anna', scope: 'mine', rounds: 4 },
      { name: 'clara', scope: 'all', rounds: 5 },
    ] as const;
    for (const { name, scope, rounds } of views) {
      const countOf = async (only: object) =>
        (await listRounds(as(name), { show: 'ended', scope, ...only, limit: 9 })).rows.length;
      const { total, period, spans, clients, ...trends } = await readTrends(as(name), {});
      expect(total.rounds).toBe(rounds);
      for (const state of ['satisfied', 'dissatisfied'] as const) {
        expect(await countOf({ ...period, state })).toBe(total[state]);
        for (const span of spans) {
          const days = { from: trendDayOf(span.from), until: trendDayOf(span.until - 1) };
          expect(await countOf({ ...days, state })).toBe(span[state]);
        }
        for (const client of clients) {
          const of = { ...period, state, counterpartyId: client.counterparty.id };
          expect(await countOf(of)).toBe(client[state]);
        }
        expect(trends.products).toMatchObject([{ satisfied: 2, dissatisfied: 2 }]);
        for (const { product, ...counted } of trends.products) {
          const of = { ...period, state, productId: product.id };
          expect(await countOf(of)).toBe(counted[state]);
          const [client] = clients;
          const ofBoth = { ...of, counterpartyId: client!.counterparty.id };
          expect(await countOf(ofBoth)).toBe(client![state]);
        }
        expect(trends.subjects).toMatchObject([{ dissatisfied: 1 }, { satisfied: 1 }, { satisfied: 1 }]);
        for (const { subject, ...counted } of trends.subjects) {
          expect(await countOf({ ...period, subject, verdict: state })).toBe(counted[state]);
        }
      }
    }
    const ofOther = { show: 'ended', scope: 'mine', counterpartyId: cards.boriss, limit: 9 } as const;
    expect((await listRounds(as('anna'), ofOther)).rows).toEqual([]);
  });

  test('names the departments that complaints were about, also of clients whose round has not ended', async () => {
    const { as, cards, complain } = await start(dialect);
    await complain(cards.rose, 1, 10);
    await complain(cards.boriss, 2, 11);
    await complain(cards.rose, 3, 300);
    const own = await readTrends(as('anna'), {});
    expect(own).toMatchObject({
      total: { rounds: 0 },
      departments: [{ departmentId: 'support', complaints: 1 }],
    });
    expect((await readTrends(as('clara'), {})).departments).toMatchObject([{ complaints: 2 }]);
  });

  test('counts the complaints that the board shows of the same days, department and clients', async () => {
    const { as, cards, complain, products } = await start(dialect);
    await complain(cards.rose, 1, 0);
    await complain(cards.lily, 2, 13.9);
    await complain(cards.rose, 3, 14.1);
    await complain(cards.boriss, 4, 30);
    await products();
    const views = [
      { name: 'anna', clients: 'mine', only: {}, complaintsBySpan: [0, 2, 1] },
      { name: 'clara', clients: 'all', only: {}, complaintsBySpan: [1, 2, 1] },
      { name: 'clara', clients: 'all', only: { counterpartyId: cards.rose }, complaintsBySpan: [0, 1, 1] },
      { name: 'clara', clients: 'all', only: { productId: 'product' }, complaintsBySpan: [0, 2, 1] },
    ] as const;
    for (const { name, clients, only, complaintsBySpan } of views) {
      const { departments, period, spans } = await readTrends(as(name), only);
      expect(departments).toMatchObject([{ departmentId: 'support' }]);
      expect(departments[0]!.complaintsBySpan.slice(-3)).toEqual(complaintsBySpan);
      const countOf = async (days: WantedPeriod) => {
        const of = { state: 'all', departmentId: 'support', clients, ...only, ...days, limit: 9 } as const;
        return (await listComplaints(as(name), of)).rows.length;
      };
      expect(await countOf(period)).toBe(departments[0]!.complaints);
      for (const [index, { from, until }] of spans.entries()) {
        const days = { from: trendDayOf(from), until: trendDayOf(until - 1) };
        expect(await countOf(days)).toBe(departments[0]!.complaintsBySpan[index]);
      }
    }
  });

  test('rounds are looked through for a product or an answer in half a year, or in the days given', async () => {
    const { as, cards, round, products } = await start(dialect);
    await round({ counterpartyId: cards.rose, state: 'dissatisfied', answers }, 200);
    await products();
    const countOf = async (only: object) =>
      (await listRounds(as('anna'), { show: 'ended', scope: 'mine', ...only, limit: 9 })).rows.length;
    for (const only of [{ productId: 'product' }, { subject: 'software', verdict: 'dissatisfied' }]) {
      expect(await countOf(only)).toBe(0);
      expect(await countOf({ ...only, from: '2000-01-01' })).toBe(1);
    }
    expect(await countOf({})).toBe(1);
  });

  test('is asked of two years at most, and of no days to come', async () => {
    const { as, cards, round } = await start(dialect);
    await round({ counterpartyId: cards.rose, state: 'satisfied' }, 1);
    const read = (period: { from?: string; until?: string }) => readTrends(as('anna'), period);
    for (const from of ['0001-01-01', '2024-01-01']) {
      await expect(read({ from })).rejects.toMatchObject({
        fields: { from: 'rounds.errors.periodTooLong' },
      });
    }
    await expect(read({ from: '2026-10-02', until: '2026-10-01' })).rejects.toMatchObject({
      fields: { until: 'rounds.errors.endsBeforeItBegins' },
    });
    await expect(read({ from: '9999-12-31' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await read({ until: '9999-12-31' })).toEqual(await read({}));
    expect((await read({ until: '0001-01-01' })).total.rounds).toBe(0);
    expect((await read({ from: '2025-01-01' })).total.rounds).toBe(1);
  });

  test('an older round says how the one before it came out', async () => {
    const { as, cards, round } = await start(dialect);
    const ids: string[] = [];
    for (const fortnight of [5, 4, 3, 2, 1]) {
      const state = fortnight === 5 ? 'refused' : 'satisfied';
      ids.push(await round({ counterpartyId: cards.rose, state }, fortnight * 14));
    }
    const earlier = async (roundId: string) => (await getRound(as('anna'), { roundId })).earlierState;
    expect(await Promise.all(ids.map(earlier))).toEqual([
      null,
      'refused',
      'satisfied',
      'satisfied',
      'satisfied',
    ]);
  });
});

async function start(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  const company = await hireTestCompany(world);
  const card = (name: string, assignedTo: TestName) =>
    makeTestCard(world, company, { name, status: 'client', assignedTo });
  const cards = {
    rose: await card('ООО «Роза»', 'anna'),
    lily: await card('ООО «Лилия»', 'anna'),
    boriss: await card('ООО «Берёза»', 'boris'),
  };
  return {
    world,
    cards,
    person: (name: TestName) => company.as(name),
    as: (name: TestName) => world.as(company.as(name)),
    /** A round that came out so many days ago; returns its id. */
    async round(row: Partial<RoundRow> & Pick<RoundRow, 'counterpartyId'>, daysAgo: number) {
      const endedAt = world.now() - daysAgo * dayMs;
      const id = world.newId();
      await world.store.tx((db) => insertRound(db, { ...plannedRound(endedAt), ...row, id, endedAt }));
      return id;
    },
    products: () =>
      world.store.tx(async (db) => {
        await insertProject(db, { id: 'product', name: 'ArchiMed+', sortKey: 'archimed', createdAt: 0 });
        await insertCounterpartyProducts(
          db,
          [cards.rose, cards.lily].map((counterpartyId) => ({ counterpartyId, projectId: 'product' })),
        );
      }),
    complain: (counterpartyId: string, number: number, daysAgo: number) =>
      world.store.tx((db) =>
        insertComplaint(db, {
          ...receivedComplaint(world.now() - daysAgo * dayMs),
          ...{ id: `complaint ${number}`, reactionId: `reaction ${number}`, appealId: 'appeal' },
          ...{ number, counterpartyId },
        }),
      ),
  };
}
