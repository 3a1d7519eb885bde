import { afterEach, expect, test } from 'vitest';
import { GET as listCards } from '@/app/api/v1/counterparties/route';
import { insertApiToken } from '@/db/api-tokens';
import { openTestStore } from '@/db/testing';
import { hashSecret, newApiToken } from '@/lib/auth/secrets';
import { createTestBrowser, testAuthSettings } from '@/lib/auth/testing';
import { createFeed } from '@/lib/live/feed';
import { newId } from '@/lib/new-id';
import { createAccessLog } from '@/lib/operations/access-log/access-log';
import { insertTestCompany } from '@/lib/operations/employees/testing';
import { GET } from './route';

const shared = globalThis as { callboard?: Promise<unknown>; callboardSettings?: unknown };
afterEach(() => {
  shared.callboard = undefined;
  shared.callboardSettings = undefined;
});

test('what is read through the door is on record, by session and by token (CS-10)', async () => {
  const store = await openTestStore('sqlite');
  await insertTestCompany(store, Date.now());
  const settings = { ...testAuthSettings, demoSignIn: true };
  const accessLog = createAccessLog(store);
  shared.callboard = Promise.resolve({ store, feed: createFeed(store), accessLog });
  shared.callboardSettings = settings;
  const read = (route: typeof GET, path: string, headers: Headers) =>
    route(new Request(`${settings.publicUrl}/api/v1${path}`, { headers }), { params: Promise.resolve({}) });

  const browser = createTestBrowser({ store, now: Date.now, newId, settings });
  await browser.signInForDemo('anna');
  await read(listCards, '/counterparties', browser.headers());
  const token = newApiToken();
  const row = { id: newId(), tokenHash: hashSecret(token), label: 'test', createdAt: Date.now() };
  await store.tx((db) => insertApiToken(db, { ...row, employeeId: 'gleb' }));
  const bearer = new Headers({ authorization: `Bearer ${token}` });
  await read(listCards, '/counterparties', bearer);
  await accessLog.flush();

  const answer = (await (await read(GET, '/access-log', bearer)).json()) as { rows: object[] };
  expect(answer.rows).toHaveLength(2);
  expect(answer.rows).toContainEqual(
    expect.objectContaining({
      kind: 'counterparties',
      via: 'session',
      employee: expect.objectContaining({ id: 'anna' }),
    }),
  );
  expect(answer.rows).toContainEqual(expect.objectContaining({ kind: 'counterparties', via: 'token' }));
});
