import { afterEach, describe, expect, test } from 'vitest';
import { dialects, openTestStore } from '@/db/testing';
import { createFeed } from '@/lib/live/feed';
import { version } from '@/package.json';
import { GET } from './route';

const shared = globalThis as { callboard?: Promise<unknown> };
afterEach(() => {
  shared.callboard = undefined;
});

describe.each(dialects)('%s', (dialect) => {
  test('a console whose database answers is healthy', async () => {
    const store = await openTestStore(dialect);
    shared.callboard = Promise.resolve({ store, feed: createFeed(store) });
    const response = await GET();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ok: true,
      version,
      database: dialect,
      startedAt: expect.any(Number),
    });
  });
});

test('a console whose database cannot be opened says so', async () => {
  shared.callboard = Promise.reject(new Error('connection refused'));
  const response = await GET();
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ ok: false, database: null });
});

test('a console whose database hangs says so', async () => {
  const hanging = { dialect: 'sqlite', q: { run: () => new Promise(() => {}) } };
  shared.callboard = Promise.resolve({ store: { read: hanging } });
  expect((await GET()).status).toBe(503);
});
