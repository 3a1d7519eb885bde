import { describe, expect, test } from 'vitest';
import { getFeedCursor, listFeedAfter } from '@/db/feed';
import { dialects, openTestStore } from '@/db/testing';
import { dayMs } from '@/lib/domain/duration';
import { type Context, tell } from '@/lib/operations/context';
import { testPerson } from '@/lib/operations/employees/testing';
import { createTestWorld } from '@/lib/operations/testing';
import { forgetOldRows } from './forget-old-rows';

describe.each(dialects)('what only served to repeat or resume something on %s', (dialect) => {
  test('is kept while it may still be asked for, and then forgotten', async () => {
    const world = createTestWorld(await openTestStore(dialect));
    const request = { key: 'k1', bodyHash: 'h1' };
    const happens = (context: Context) =>
      context.tx(async (tx) => tell(tx, { noun: 'call', nounId: 'c1', departmentId: 'client' }));
    await happens(world.as(testPerson('anna'), request));
    world.pass(2 * dayMs + 1);
    await happens(world.as(null));
    const newest = await getFeedCursor(world.store.read);

    await forgetOldRows(world.as(null));
    expect((await listFeedAfter(world.store.read, 0)).map(({ id }) => id)).toEqual([newest]);
    await expect(happens(world.as(testPerson('anna'), request))).rejects.toThrow('already carried out');

    world.pass(5 * dayMs);
    await forgetOldRows(world.as(null));
    await happens(world.as(testPerson('anna'), request));
  });
});
