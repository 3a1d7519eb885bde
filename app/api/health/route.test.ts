import { afterEach, describe, expect, test } from 'vitest';
import { dialects, openTestStore } from '@/db/testing';
import type { BackupKeeper } from '@/lib/domain/backups/backup';
import { createFeed } from '@/lib/live/feed';
import { version } from '@/package.json';
import { BackupsInMemory } from '@/tests/backups-in-memory';
import { GET } from './route';

const shared = globalThis as {
  callboard?: Promise<unknown>;
  callboardSettings?: unknown;
  callboardBackups?: BackupKeeper;
};
afterEach(() => {
  shared.callboard = undefined;
  shared.callboardSettings = undefined;
  shared.callboardBackups = undefined;
});

describe.each(dialects)('%s', (dialect) => {
  test('a console whose database answers is healthy, and says that its backups are not made', async () => {
    const store = await openTestStore(dialect);
    shared.callboardSettings = { officeTimeZone: 'Europe/Moscow', demoData: false };
    const backups = new BackupsInMemory();
    backups.failed = { at: 1, code: 'noSpace', detail: '' };
    shared.callboardBackups = backups;
    shared.callboard = Promise.resolve({ store, feed: createFeed(store) });
    const response = await GET();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ok: true,
      version,
      database: dialect,
      startedAt: expect.any(Number),
      backups: 'failed',
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
