import { describe, expect, test } from 'vitest';
import { nextNumber } from '@/db/counters';
import { getFeedCursor, listFeedAfter } from '@/db/feed';
import { dialects, openTestStore } from '@/db/testing';
import type { Person } from '@/lib/domain/employees/employee';
import { Refusal } from '@/lib/domain/errors';
import { KeptRefusal, RepeatedRequest, tell } from './context';
import { createTestWorld } from './testing';

const anna: Person = {
  id: 'anna',
  name: 'Сидорова Анна',
  presentsAs: 'Анна',
  departmentId: 'client',
  departmentKind: 'client',
  roles: ['clientManager'],
  substitutesFor: [],
};

describe.each(dialects)('a request on %s', (dialect) => {
  test('sent again with its key is carried out once and gives the same result', async () => {
    const world = createTestWorld(await openTestStore(dialect));
    const request = { key: 'k1', bodyHash: 'h1' };
    const take = () => world.as(anna, request).tx(async (tx) => ({ number: await nextNumber(tx, 'appeal') }));
    expect(await take()).toEqual({ number: 1 });
    const again = await take().catch((error: unknown) => error);
    expect(again).toBeInstanceOf(RepeatedRequest);
    expect((again as RepeatedRequest).result).toEqual({ number: 1 });
    expect(await world.store.tx((db) => nextNumber(db, 'appeal'))).toBe(2);
  });

  test('sent by two tabs at once is carried out once', async () => {
    const world = createTestWorld(await openTestStore(dialect));
    const request = { key: 'k1', bodyHash: 'h1' };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => world.as(anna, request).tx((tx) => nextNumber(tx, 'appeal'))),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  test('with a key used for another body is refused', async () => {
    const world = createTestWorld(await openTestStore(dialect));
    await world.as(anna, { key: 'k1', bodyHash: 'h1' }).tx(async () => 1);
    const other = world.as(anna, { key: 'k1', bodyHash: 'h2' }).tx(async () => 2);
    await expect(other).rejects.toMatchObject({ code: 'idempotencyKeyReused' });
  });

  test('in parts goes on where it was cut off, under the same ids, until it was carried out', async () => {
    const world = createTestWorld(await openTestStore(dialect));
    const request = { key: 'k1', bodyHash: 'h1' };
    const part = () => world.as(anna, request).part((tx) => nextNumber(tx, 'appeal'));
    expect([await part(), await part()]).toEqual([1, 2]);
    await world.as(anna, request).tx(async () => 'done');
    await expect(part()).rejects.toMatchObject({ result: 'done' });
    const other = world.as(anna, { key: 'k1', bodyHash: 'h2' });
    await expect(other.part(async () => 1)).rejects.toMatchObject({ code: 'idempotencyKeyReused' });

    const idOf = (name: string) => world.as(anna, request).idOf(name);
    expect(idOf('row 1')).toBe(idOf('row 1'));
    expect(new Set([idOf('row 1'), idOf('row 2'), other.idOf('row 1')]).size).toBe(3);
    expect(world.as(anna).idOf('row 1')).not.toBe(world.as(anna).idOf('row 1'));
  });

  test('refused by an act that keeps what it wrote is refused the same way again', async () => {
    const world = createTestWorld(await openTestStore(dialect));
    const request = { key: 'k1', bodyHash: 'h1' };
    const answer = () =>
      world.as(anna, request).tx(async (tx) => {
        await nextNumber(tx, 'refusedAnswers');
        return new KeptRefusal(new Refusal('staleStep', 'another step', {}, { step: 'closing' }));
      });
    await expect(answer()).rejects.toMatchObject({ code: 'staleStep', details: { step: 'closing' } });
    await expect(answer()).rejects.toMatchObject({ code: 'staleStep', details: { step: 'closing' } });
    expect(await world.store.tx((db) => nextNumber(db, 'refusedAnswers'))).toBe(2);
  });

  test('keys of two people do not meet', async () => {
    const world = createTestWorld(await openTestStore(dialect));
    const request = { key: 'k1', bodyHash: 'h1' };
    await world.as(anna, request).tx(async () => 1);
    expect(await world.as({ ...anna, id: 'boris' }, request).tx(async () => 2)).toBe(2);
  });

  test('that fails leaves its key free and publishes nothing', async () => {
    const world = createTestWorld(await openTestStore(dialect));
    const request = { key: 'k1', bodyHash: 'h1' };
    const before = await getFeedCursor(world.store.read);
    const failing = world.as(anna, request).tx(async (tx) => {
      tell(tx, { noun: 'call', nounId: 'c1' });
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await listFeedAfter(world.store.read, before)).toEqual([]);
    expect(await world.as(anna, request).tx(async () => 'now')).toBe('now');
  });
});
