import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { updateEmployee } from '@/db/employees';
import { insertFeed } from '@/db/feed';
import { updateSessionsEnded } from '@/db/sessions';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { createTestBrowser, testAuthSettings } from '@/lib/auth/testing';
import { heartbeatEveryMs } from '@/lib/domain/employees/presence';
import { createFeed, type Feed } from '@/lib/live/feed';
import { newId } from '@/lib/new-id';
import { insertTestCompany } from '@/lib/operations/employees/testing';
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

/** Anna's console with its stream open. */
async function openConsole(dialect: Dialect) {
  const store = await openTestStore(dialect);
  await insertTestCompany(store, Date.now());
  const settings = { ...testAuthSettings, demoSignIn: true };
  feed = createFeed(store);
  shared.callboard = Promise.resolve({ store, feed });
  shared.callboardSettings = settings;
  const browser = createTestBrowser({ store, now: Date.now, newId, settings });
  await browser.signInForDemo('anna');
  const response = await GET(new Request(`${settings.publicUrl}/api/live`, { headers: browser.headers() }));
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

describe.each(dialects)('a live stream on %s', (dialect) => {
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
