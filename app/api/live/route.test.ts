import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { updateEmployee } from '@/db/employees';
import { getFeedCursor, insertFeed, listFeedAfter } from '@/db/feed';
import { updateSessionsEnded } from '@/db/sessions';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { createTestBrowser, testAuthSettings } from '@/lib/auth/testing';
import { hears } from '@/lib/domain/employees/hearing';
import { heartbeatEveryMs } from '@/lib/domain/employees/presence';
import { createFeed, type Feed } from '@/lib/live/feed';
import { newId } from '@/lib/new-id';
import { insertTestCompany, testPerson } from '@/lib/operations/employees/testing';
import { GET } from './route';

const shared = globalThis as { callboard?: Promise<unknown>; callboardSettings?: unknown };
let feed: Feed | undefined;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  feed?.closeAll();
  shared.callboard = undefined;
  shared.callboardSettings = undefined;
  vi.useRealTimers();
});

/** A server whose live streams Anna may open. */
async function serve(dialect: Dialect) {
  const store = await openTestStore(dialect);
  await insertTestCompany(store, Date.now());
  const settings = { ...testAuthSettings, demoSignIn: true };
  feed = createFeed(store);
  shared.callboard = Promise.resolve({ store, feed });
  shared.callboardSettings = settings;
  const browser = createTestBrowser({ store, now: Date.now, newId, settings });
  await browser.signInForDemo('anna');
  return {
    store,
    /** Opens a stream after this id, with the id heard last as a browser that lost its stream sends it. */
    open(after?: number, lastEventId = after, signal?: AbortSignal) {
      const headers = browser.headers();
      if (lastEventId !== after) headers.set('last-event-id', String(lastEventId));
      const query = after === undefined ? '' : `?after=${after}`;
      return GET(new Request(`${settings.publicUrl}/api/live${query}`, { headers, signal }));
    },
  };
}

/** Anna's console with its stream open. */
async function openConsole(dialect: Dialect) {
  const { store, open } = await serve(dialect);
  const response = await open();
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  /** Reads on until the text has come; false when the stream ended before. */
  const hears = async (text: string): Promise<boolean> => {
    while (!heard.includes(text)) {
      const { done, value } = await reader.read();
      if (done) return false;
      heard += value;
    }
    heard = heard.slice(heard.indexOf(text) + text.length);
    return true;
  };
  expect(await hears('event: beat')).toBe(true);
  return {
    store,
    hears,
    beats: () => vi.advanceTimersByTime(heartbeatEveryMs),
    changes: async (nounId: string, departmentId: string) => {
      await store.tx((db) =>
        insertFeed(db, Date.now(), [{ noun: 'lead', nounId, departmentId, employeeId: null }]),
      );
      await store.wake();
    },
  };
}

type Open = Awaited<ReturnType<typeof serve>>['open'];

/** A console that hears news after an id by the rules of server-sent events: half an event is none. */
function createListener(open: Open, after: number) {
  const heard: { id: number; nounId: string }[] = [];
  let lastEventId = after;
  let cutEvents = 0;
  const take = (block: string) => {
    const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/)));
    if (fields.id) lastEventId = Number(fields.id);
    if (fields.event === 'resync') heard.push({ id: lastEventId, nounId: 'resync' });
    if (fields.event === 'news') heard.push({ id: lastEventId, nounId: JSON.parse(fields.data).nounId });
  };
  return {
    heard,
    cutEvents: () => cutEvents,
    /** Opens a stream and reads it until that many bytes have come, or the news; then the connection is cut. */
    async listens(mostBytes: number, until?: string) {
      const connection = new AbortController();
      const response = await open(after, lastEventId, connection.signal);
      const reader = response.body!.getReader();
      const decoder = new TextDecoder();
      let left = mostBytes;
      let text = '';
      while (left > 0 && (until === undefined || heard.at(-1)?.nounId !== until)) {
        const { value, done } = await reader.read();
        if (done) return;
        const blocks = (text + decoder.decode(value.subarray(0, left), { stream: true })).split('\n\n');
        left -= value.length;
        text = blocks.pop()!;
        blocks.forEach(take);
      }
      if (text.includes('event: news')) cutEvents += 1;
      if (mostBytes % 2 === 0) connection.abort();
      else await reader.cancel();
    },
  };
}

/** The same numbers from 0 to below `most` in every run. */
function createDice(seed: number) {
  let state = seed;
  return (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

describe.each(dialects)('a live stream on %s', (dialect) => {
  test('cut two hundred times at any byte while changes are committed misses nothing and doubles nothing', async () => {
    const { store, open } = await serve(dialect);
    const dice = createDice(20_261_101);
    const start = await getFeedCursor(store.read);
    const listeners = Array.from({ length: 8 }, () => createListener(open, start));
    let cutsToCome = 200;
    const commit = async (nounId: string, departmentId: string | null) => {
      await store.tx((db) =>
        insertFeed(db, Date.now(), [{ noun: 'call', nounId, departmentId, employeeId: null }]),
      );
      await store.wake();
    };
    const writes = async (writer: number) => {
      for (let change = 0; cutsToCome > 0; change += 1) {
        await commit(`${writer}-${change}`, [null, 'client', 'sales'][dice(3)]!);
        await new Promise(setImmediate);
      }
    };
    const isCut = async (listener: (typeof listeners)[number]) => {
      for (let cut = 0; cut < 25; cut += 1) {
        await listener.listens(1 + dice(1500));
        cutsToCome -= 1;
      }
    };
    await Promise.all([...[1, 2, 3].map(writes), ...listeners.map(isCut)]);
    await commit('last', 'client');
    for (const listener of listeners) await listener.listens(Number.POSITIVE_INFINITY, 'last');

    const committed: { id: number; nounId: string }[] = [];
    for (let rows = await listFeedAfter(store.read, start); rows.length > 0; ) {
      committed.push(...rows.filter((row) => hears(testPerson('anna'), row)));
      rows = await listFeedAfter(store.read, rows.at(-1)!.id);
    }
    const ends = committed.findIndex(({ nounId }) => nounId === 'last');
    const expected = committed.slice(0, ends + 1).map(({ id, nounId }) => ({ id, nounId }));
    expect(expected.length).toBeGreaterThan(100);
    for (const listener of listeners) {
      expect(listener.heard).toEqual(expected);
      expect(listener.cutEvents()).toBeGreaterThan(0);
    }
  });

  test('that is not read is ended before it fills the memory, and resumes where it was', async () => {
    const { store, open } = await serve(dialect);
    const start = await getFeedCursor(store.read);
    const response = await open(start);
    const commit = async (nounId: string) => {
      await store.tx((db) =>
        insertFeed(db, Date.now(), [{ noun: 'call', nounId, departmentId: null, employeeId: null }]),
      );
      await store.wake();
    };
    const nounIdOf = (change: number) => `${change} ${'x'.repeat(10_000)}`;
    for (let change = 0; change < 40; change += 1) await commit(nounIdOf(change));
    await expect.poll(() => feed!.listenerCount()).toBe(0);
    let unread: Response | null = response;
    const listener = createListener(async (...from) => {
      const opened = unread ?? (await open(...from));
      unread = null;
      return opened;
    }, start);
    await listener.listens(Number.POSITIVE_INFINITY);
    expect(listener.heard.length).toBeGreaterThan(10);
    expect(listener.heard.length).toBeLessThan(40);
    await listener.listens(Number.POSITIVE_INFINITY, nounIdOf(39));
    const heard = listener.heard.map(({ nounId }) => nounId).filter((nounId) => nounId !== 'anna');
    expect(heard).toEqual(Array.from({ length: 40 }, (_, at) => nounIdOf(at)));
  });

  test('beats as long as its person is signed in, and ends with the session', async () => {
    const { store, hears, beats } = await openConsole(dialect);
    beats();
    expect(await hears('event: beat')).toBe(true);
    await store.tx((db) => updateSessionsEnded(db, 'anna', Date.now(), 'endedByPerson'));
    beats();
    expect(await hears('event: beat')).toBe(false);
  });

  test('that was given up as silent ends, so that its console opens a new one', async () => {
    const { store, hears, beats } = await openConsole(dialect);
    const { liveConnections } = store.read.t;
    await store.tx((db) => db.q.delete(liveConnections).where(eq(liveConnections.employeeId, 'anna')));
    beats();
    expect(await hears('event: beat')).toBe(false);
  });

  test('hears what the person may hear since they moved to another department', async () => {
    const { store, hears, beats, changes } = await openConsole(dialect);
    await store.tx((db) => updateEmployee(db, 'anna', { departmentId: 'sales', roles: ['salesManager'] }));
    beats();
    expect(await hears('event: resync')).toBe(true);
    expect(await hears('event: beat')).toBe(true);
    await changes('after', 'sales');
    expect(await hears('"nounId":"after"')).toBe(true);
  });

  test('is for those who are signed in', async () => {
    await openConsole(dialect);
    const stranger = await GET(new Request(`${testAuthSettings.publicUrl}/api/live`));
    expect(stranger.status).toBe(401);
  });
});
