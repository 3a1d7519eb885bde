import { describe, expect, test } from 'vitest';
import { insertFeed } from '@/db/feed';
import type { Store } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { createFeed } from './feed';

const news = (nounId: string, to: { departmentId?: string; employeeId?: string } = {}) => ({
  noun: 'call',
  nounId,
  departmentId: to.departmentId ?? null,
  employeeId: to.employeeId ?? null,
});

const publish = async (store: Store, ...ids: string[]) => {
  await store.tx((db) =>
    insertFeed(
      db,
      1,
      ids.map((id) => news(id)),
    ),
  );
  await store.wake();
};

function listener(hears: (id: string) => boolean = () => true) {
  const heard: string[] = [];
  let cursor = 0;
  let waiting: { count: number; done: () => void } | undefined;
  return {
    heard,
    cursor: () => cursor,
    resyncs: [] as number[],
    hears: (row: { nounId: string }) => hears(row.nounId),
    send(row: { id: number; nounId: string }) {
      heard.push(row.nounId);
      cursor = row.id;
      if (waiting && heard.length >= waiting.count) waiting.done();
    },
    resync(at: number) {
      this.resyncs.push(at);
    },
    close() {
      heard.push('closed');
    },
    hasHeard: (count: number) =>
      new Promise<void>((done) => {
        waiting = { count, done };
        if (heard.length >= count) done();
      }),
  };
}

describe.each(dialects)('the live feed on %s', (dialect) => {
  test('two hundred streams cut and resumed at their last id hear every row once, in order', async () => {
    const store = await openTestStore(dialect);
    const feed = createFeed(store);
    const anchor = listener();
    await feed.subscribe(anchor, 0);
    await publish(store, 'n0');
    await anchor.hasHeard(1);
    const streams = Array.from({ length: 200 }, () => listener());
    for (let round = 1; round <= 5; round++) {
      const ends = await Promise.all(
        streams.map((stream) => feed.subscribe(stream, stream.cursor() || undefined)),
      );
      await publish(store, `n${round}`);
      await anchor.hasHeard(round * 2);
      for (const end of ends) end();
      await publish(store, `gap${round}`);
      await anchor.hasHeard(round * 2 + 1);
    }
    for (const stream of streams) await feed.subscribe(stream, stream.cursor());
    const expected = anchor.heard.slice(1);
    for (const stream of streams) expect(stream.heard).toEqual(expected);
    feed.closeAll();
  });

  test('a listener hears only what it may', async () => {
    const store = await openTestStore(dialect);
    const feed = createFeed(store);
    const everything = listener();
    const own = listener((id) => id === 'own');
    await feed.subscribe(everything);
    await feed.subscribe(own);
    await publish(store, 'foreign', 'own');
    await everything.hasHeard(2);
    expect(own.heard).toEqual(['own']);
    feed.closeAll();
  });

  test('a cursor that this feed never gave is told to read everything again', async () => {
    const store = await openTestStore(dialect);
    await publish(store, 'a');
    const feed = createFeed(store);
    const stranger = listener();
    await feed.subscribe(stranger, 999_999);
    expect(stranger.resyncs).toHaveLength(1);
    expect(stranger.heard).toEqual([]);
    feed.closeAll();
    expect(stranger.heard).toEqual(['closed']);
    expect(feed.listenerCount()).toBe(0);
  });
});
