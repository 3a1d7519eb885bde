import { afterEach, describe, expect, test } from 'vitest';
import { insertApiToken } from '@/db/api-tokens';
import { listAuditsAfter } from '@/db/audit-log';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { hashSecret, newApiToken } from '@/lib/auth/secrets';
import { createTestBrowser, testAuthSettings } from '@/lib/auth/testing';
import type { TokenScope } from '@/lib/domain/employees/token-life';
import { createFeed } from '@/lib/live/feed';
import { newId } from '@/lib/new-id';
import { insertTestCompany } from '@/lib/operations/employees/testing';
import { GET, POST } from './counterparties/route';

const shared = globalThis as { callboard?: Promise<unknown>; callboardSettings?: unknown };
afterEach(() => {
  shared.callboard = undefined;
  shared.callboardSettings = undefined;
});

const origin = testAuthSettings.publicUrl;
const card = { name: 'ООО «Липа»' };

type Sent = { key?: string | null; headers?: Record<string, string>; body?: string };

/** Cards are made through the route itself, by two integrators and from a browser. */
async function openDoor(dialect: Dialect) {
  const store = await openTestStore(dialect);
  await insertTestCompany(store, Date.now());
  const settings = { ...testAuthSettings, demoSignIn: true };
  shared.callboard = Promise.resolve({ store, feed: createFeed(store) });
  shared.callboardSettings = settings;
  const tokenOf = async (employeeId: string, scope: TokenScope = 'change') => {
    const token = newApiToken();
    const row = {
      id: newId(),
      tokenHash: hashSecret(token),
      employeeId,
      label: 'test',
      scope,
      createdAt: Date.now(),
    };
    await store.tx((db) => insertApiToken(db, row));
    return { authorization: `Bearer ${token}` };
  };
  const browser = createTestBrowser({ store, now: Date.now, newId, settings });
  await browser.signInForDemo('anna');
  const make = async (who: Record<string, string>, { key = newId(), headers = {}, body }: Sent = {}) => {
    const request = new Request(`${origin}/api/v1/counterparties`, {
      method: 'POST',
      headers: {
        ...who,
        'content-type': 'application/json',
        ...(key !== null && { 'idempotency-key': key }),
        ...headers,
      },
      body: body ?? JSON.stringify(card),
    });
    const response = await POST(request, { params: Promise.resolve({}) });
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  };
  return {
    make,
    anna: await tokenOf('anna'),
    boris: await tokenOf('boris'),
    readingAnna: await tokenOf('anna', 'read'),
    read: async (who: Record<string, string>) => {
      const request = new Request(`${origin}/api/v1/counterparties`, { headers: who });
      return (await GET(request, { params: Promise.resolve({}) })).status;
    },
    page: { cookie: browser.headers().get('cookie')! },
    cards: async () => (await store.read.q.select().from(store.read.t.counterparties)).length,
    audits: () => listAuditsAfter(store.read, 0, 10),
  };
}

describe.each(dialects)('a change through the door on %s', (dialect) => {
  test('without a key, or with an empty or endless one, is refused', async () => {
    const { make, anna, cards } = await openDoor(dialect);
    for (const key of [null, '   ', 'k'.repeat(201)]) {
      expect(await make(anna, { key })).toMatchObject({
        status: 400,
        answer: { error: { code: 'idempotencyKeyMissing' } },
      });
    }
    expect(await cards()).toBe(0);
  });

  test('that one person pressed is not made in the name of another who signed in at the same browser', async () => {
    const { make, anna, cards } = await openDoor(dialect);
    const pressedBy = (personId: string) => make(anna, { headers: { 'as-person': personId } });
    expect(await pressedBy('boris')).toMatchObject({
      status: 401,
      answer: { error: { code: 'unauthorized' } },
    });
    expect(await cards()).toBe(0);
    expect((await pressedBy('anna')).status).toBe(200);
  });

  test('sent again with its key gets the first answer and is done once', async () => {
    const { make, anna, cards } = await openDoor(dialect);
    const first = await make(anna, { key: 'K1' });
    expect(first).toMatchObject({ status: 200, answer: { counterpartyId: expect.any(String) } });
    expect(await make(anna, { key: 'K1' })).toEqual(first);
    expect(await cards()).toBe(1);
  });

  test('is one entry of the audit log, with its operation and the card it made (AD-1)', async () => {
    const { make, anna, audits } = await openDoor(dialect);
    const { answer } = await make(anna, { key: 'K1' });
    await make(anna, { key: 'K1' });
    await make(anna, { body: '{"name":""}' });
    const [signedIn, ...made] = await audits();
    expect(signedIn).toMatchObject({ kind: 'signedIn', operation: 'demo' });
    expect(made).toMatchObject([
      {
        kind: 'changed',
        employeeId: 'anna',
        via: 'token',
        operation: 'POST /counterparties',
        counterpartyId: answer.counterpartyId,
        digests: expect.stringContaining('"name"'),
      },
    ]);
  });

  test('with a key that stood for another body is refused', async () => {
    const { make, anna, cards } = await openDoor(dialect);
    await make(anna, { key: 'K1' });
    const other = await make(anna, { key: 'K1', body: JSON.stringify({ name: 'ООО «Ясень»' }) });
    expect(other).toMatchObject({ status: 422, answer: { error: { code: 'idempotencyKeyReused' } } });
    expect(await cards()).toBe(1);
  });

  test('has its key to itself: another person may use the same', async () => {
    const { make, anna, boris, cards } = await openDoor(dialect);
    const ofAnna = await make(anna, { key: 'K1' });
    const ofBoris = await make(boris, { key: 'K1', body: JSON.stringify({ name: 'ООО «Ясень»' }) });
    expect([ofAnna.status, ofBoris.status]).toEqual([200, 200]);
    expect(ofBoris.answer.counterpartyId).not.toBe(ofAnna.answer.counterpartyId);
    expect(await cards()).toBe(2);
  });

  test('refused for its fields does not use its key up', async () => {
    const { make, anna } = await openDoor(dialect);
    expect(await make(anna, { key: 'K1', body: '{"name":""}' })).toMatchObject({
      status: 400,
      answer: { error: { code: 'invalid', fields: { name: 'required' } } },
    });
    expect(await make(anna, { key: 'K1' })).toMatchObject({ status: 200 });
  });

  test('with a token that may only read is refused with the reason, and reading is not (AD-3)', async () => {
    const { make, read, readingAnna, cards } = await openDoor(dialect);
    expect(await make(readingAnna)).toMatchObject({
      status: 403,
      answer: { error: { code: 'forbidden', reason: 'readOnlyToken' } },
    });
    expect(await cards()).toBe(0);
    expect(await read(readingAnna)).toBe(200);
  });

  test('of more than 64 KB is refused, said so or not', async () => {
    const { make, anna, cards } = await openDoor(dialect);
    const body = JSON.stringify({ ...card, note: 'я'.repeat(33 * 1024) });
    expect(await make(anna, { body })).toMatchObject({
      status: 413,
      answer: { error: { code: 'tooLarge' } },
    });
    const announced = await make(anna, { headers: { 'content-length': String(64 * 1024 + 1) } });
    expect(announced.status).toBe(413);
    expect(await cards()).toBe(0);
  });

  test('that is no JSON, or is sent as something else, is refused', async () => {
    const { make, anna, cards } = await openDoor(dialect);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect((await make(anna, { headers: { 'content-type': type } })).status).toBe(400);
    expect((await make(anna, { body: '{"name":' })).status).toBe(400);
    expect(
      (await make(anna, { headers: { 'content-type': 'application/json; charset=utf-8' } })).status,
    ).toBe(200);
    expect(await cards()).toBe(1);
  });

  test('with the session cookie is taken from our own pages alone', async () => {
    const { make, page, cards } = await openDoor(dialect);
    const foreign: Record<string, string>[] = [
      {},
      { origin: 'https://elsewhere.example' },
      { origin: `${origin}.elsewhere.example` },
      { origin: 'null' },
      { origin, 'sec-fetch-site': 'cross-site' },
      { origin, 'sec-fetch-site': 'same-site' },
      { origin, 'sec-fetch-site': 'none' },
    ];
    for (const headers of foreign) {
      expect(await make(page, { headers })).toMatchObject({
        status: 403,
        answer: { error: { code: 'forbidden' } },
      });
    }
    expect(await cards()).toBe(0);
    expect((await make(page, { headers: { origin } })).status).toBe(200);
    expect((await make(page, { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(200);
  });

  test('by nobody is told so before anything else', async () => {
    const { make } = await openDoor(dialect);
    expect(await make({}, { key: null, body: 'no JSON' })).toMatchObject({
      status: 401,
      answer: { error: { code: 'unauthorized' } },
    });
  });
});
