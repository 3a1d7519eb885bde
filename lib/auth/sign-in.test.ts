import { describe, expect, test } from 'vitest';
import { listAuditsAfter } from '@/db/audit-log';
import { updateEmployee } from '@/db/employees';
import { listFeedAfter } from '@/db/feed';
import { insertOneTimeLink } from '@/db/one-time-links';
import { listOpenSessions } from '@/db/sessions';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { minuteMs } from '@/lib/domain/duration';
import { tellUnknownSignIns } from '@/lib/operations/audit/tell-unknown-sign-ins';
import { insertTestCompany } from '@/lib/operations/employees/testing';
import { createTestWorld } from '@/lib/operations/testing';
import { hashPassword, isPasswordRight } from './password';
import { hashSecret, newSecret } from './secrets';
import { howSessionEnded, personOfSession, sessionIdleMs, sessionLifeMs } from './session';
import { createTestBrowser, testAuthSettings } from './testing';

const password = 'семь зелёных чашек';
const passwordHash = await hashPassword(password);

async function open(dialect: Dialect, changed: Partial<typeof testAuthSettings> = {}) {
  const store = await openTestStore(dialect);
  const world = createTestWorld(store);
  await insertTestCompany(store, world.now());
  await store.tx((db) => updateEmployee(db, 'anna', { passwordHash }));
  const settings = { ...testAuthSettings, ...changed };
  const parts = { store, now: world.now, newId: world.newId, settings };
  return {
    ...world,
    parts,
    browser: (headers?: Record<string, string>) => createTestBrowser(parts, headers),
    who: async (browser: ReturnType<typeof createTestBrowser>) =>
      (await personOfSession(store, browser.headers(), settings, world.now()))?.person.id ?? null,
  };
}

describe.each(dialects)('signing in on %s', (dialect) => {
  test('with the right password, whatever the capitals of the address, lets the person in', async () => {
    const { browser, who } = await open(dialect);
    const chromium = browser();
    expect(await chromium.signIn(' Anna@MLSIT.example', password)).toEqual({ status: 200, error: null });
    expect(await who(chromium)).toBe('anna');
  });

  test('answers a wrong password, an unknown address and a disabled person alike', async () => {
    const { browser, store, who, now } = await open(dialect);
    await store.tx((db) => updateEmployee(db, 'boris', { passwordHash, disabledAt: now() }));
    const answers = [];
    for (const [email, typed] of [
      ['anna@mlsit.example', 'wrong password'],
      ['nobody@mlsit.example', password],
      ['boris@mlsit.example', password],
      ['pavel@mlsit.example', password],
      ['anna@mlsit.example', ''],
    ] as const) {
      const chromium = browser();
      answers.push(await chromium.signIn(email, typed));
      expect(await who(chromium)).toBeNull();
    }
    expect(answers).toEqual(answers.map(() => ({ status: 401, error: 'CredentialsSignin' })));
  });

  test('is in the audit log, and so is failing to and signing out, without the address (AD-1)', async () => {
    const { browser, store } = await open(dialect);
    const chromium = browser();
    await chromium.signIn('anna@mlsit.example', 'wrong password');
    await chromium.signIn('nobody@mlsit.example', password);
    await chromium.signIn('anna@mlsit.example', password);
    await chromium.signOut();
    const entries = await listAuditsAfter(store.read, 0, 10);
    expect(entries).toMatchObject([
      { kind: 'signInFailed', operation: 'password', employeeId: 'anna' },
      { kind: 'signInFailed', operation: 'password', employeeId: null },
      { kind: 'signedIn', operation: 'password', employeeId: 'anna' },
      { kind: 'signedOut', employeeId: 'anna' },
    ]);
    expect(JSON.stringify(entries)).not.toContain('mlsit.example');
    expect(entries[1]).toMatchObject({ digests: '{}', details: '{"attempts":1}' });
    expect(new Set(entries.map(({ digests }) => digests)).size).toBe(2);
  });

  test('makes the audit log grow by one entry a minute, whatever addresses a stranger thinks of', async () => {
    const { browser, store, pass, as } = await open(dialect);
    const guess = async (count: number) => {
      for (let i = 0; i < count; i++) await browser().signIn(`guess${Math.random()}@mlsit.example`, 'x');
    };
    const told = async () => (await listAuditsAfter(store.read, 0, 50)).map(({ details }) => details);
    await guess(5);
    expect(await told()).toEqual(['{"attempts":1}']);
    pass(minuteMs);
    await guess(3);
    expect(await told()).toEqual(['{"attempts":1}', '{"attempts":5}']);
    await tellUnknownSignIns(as(null));
    expect(await told()).toHaveLength(2);
    pass(minuteMs);
    await tellUnknownSignIns(as(null));
    await tellUnknownSignIns(as(null));
    expect(await told()).toEqual(['{"attempts":1}', '{"attempts":5}', '{"attempts":2}']);
  });

  test('sends away who comes when too many wait already, and counts it for nobody', async () => {
    const { browser, store } = await open(dialect);
    const waiting = Array.from({ length: 42 }, () => isPasswordRight('x', passwordHash));
    expect(await browser().signIn('anna@mlsit.example', password)).toEqual({
      status: 429,
      error: 'throttled:2',
    });
    await expect(isPasswordRight('x', passwordHash)).rejects.toMatchObject({ code: 'throttled' });
    expect(await store.read.q.select().from(store.read.t.signInThrottles)).toEqual([]);
    await Promise.all(waiting);
    expect((await browser().signIn('anna@mlsit.example', password)).status).toBe(200);
  });

  test('after many failures waits longer and longer, but never more than a minute', async () => {
    const { browser, pass } = await open(dialect);
    for (let i = 0; i < 5; i++) await browser().signIn('anna@mlsit.example', 'wrong password');
    expect(await browser().signIn('anna@mlsit.example', password)).toEqual({
      status: 401,
      error: 'throttled:1',
    });
    for (let i = 0; i < 12; i++) {
      pass(60_000);
      await browser().signIn('anna@mlsit.example', 'wrong password');
    }
    pass(60_000);
    expect(await browser().signIn('anna@mlsit.example', password)).toEqual({ status: 200, error: null });
  });

  test('counts guesses sent at the same moment', async () => {
    const { browser } = await open(dialect);
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => browser().signIn('anna@mlsit.example', 'wrong password')),
    );
    expect(guesses.filter((guess) => guess.error === 'CredentialsSignin')).toHaveLength(5);
    expect(guesses.filter((guess) => guess.error === 'throttled:1')).toHaveLength(7);
  });

  test('an unknown address is slowed down like a known one', async () => {
    const { browser } = await open(dialect);
    const errors = [];
    for (let i = 0; i < 6; i++) errors.push((await browser().signIn('nobody@mlsit.example', 'x')).error);
    expect(errors.at(-1)).toBe('throttled:1');
  });

  test('a stranger who fails on purpose does not delay the person at their own browser', async () => {
    const { browser, who } = await open(dialect);
    const own = browser();
    await own.signIn('anna@mlsit.example', password);
    await own.signOut();
    for (let i = 0; i < 8; i++) await browser().signIn('anna@mlsit.example', 'wrong password');
    expect((await browser().signIn('anna@mlsit.example', password)).error).toMatch(/^throttled/);
    expect(await own.signIn('anna@mlsit.example', password)).toEqual({ status: 200, error: null });
    expect(await who(own)).toBe('anna');
  });

  test('behind our proxy one source cannot try many accounts, and what the visitor writes is not believed', async () => {
    const { browser } = await open(dialect, { trustedProxy: true });
    const errors = [];
    for (let i = 0; i < 22; i++) {
      const attacker = browser({ 'x-forwarded-for': `10.0.0.${i}, 203.0.113.7` });
      errors.push((await attacker.signIn(`guess${i}@mlsit.example`, 'x')).error);
    }
    expect(errors.at(-1)).toBe('throttled:1');
    const other = browser({ 'x-forwarded-for': '203.0.113.8' });
    expect((await other.signIn('anna@mlsit.example', password)).status).toBe(200);
  });
});

describe.each(dialects)('a session on %s', (dialect) => {
  const signedIn = async () => {
    const world = await open(dialect);
    const chromium = world.browser();
    await chromium.signIn('anna@mlsit.example', password);
    return { ...world, chromium };
  };

  test('ends after twelve hours without a request', async () => {
    const { chromium, who, pass } = await signedIn();
    pass(sessionIdleMs - 1);
    expect(await who(chromium)).toBe('anna');
    pass(sessionIdleMs - 1);
    expect(await who(chromium)).toBe('anna');
    pass(sessionIdleMs);
    expect(await who(chromium)).toBeNull();
  });

  test('is good while the database takes no writes: only when it was last seen is written later', async () => {
    const { chromium, store, now, pass, parts } = await signedIn();
    pass(sessionIdleMs / 2);
    const tx = () => Promise.reject(new Error('database is locked'));
    const seen = () => personOfSession({ ...store, tx }, chromium.headers(), parts.settings, now());
    expect((await seen())?.person.id).toBe('anna');
  });

  test('ends seven days after the sign-in, however busy', async () => {
    const { chromium, who, pass } = await signedIn();
    for (let hours = 0; hours < sessionLifeMs / 3_600_000; hours += 8) {
      expect(await who(chromium)).toBe('anna');
      pass(8 * 3_600_000);
    }
    expect(await who(chromium)).toBeNull();
  });

  test('is over at once after signing out, even for a copy of the cookie', async () => {
    const { chromium, who, parts } = await signedIn();
    const copy = createTestBrowser(parts);
    for (const [name, value] of chromium.cookies) copy.cookies.set(name, value);
    await chromium.signOut();
    expect(await who(copy)).toBeNull();
  });

  test('is a new one after each sign-in, and the one the browser had before is over', async () => {
    const { chromium, who, parts, store, now } = await signedIn();
    const planted = createTestBrowser(parts);
    for (const [name, value] of chromium.cookies) planted.cookies.set(name, value);
    const [session] = await listOpenSessions(store.read, 'anna', now());
    await chromium.signIn('anna@mlsit.example', password);
    expect(await who(chromium)).toBe('anna');
    expect(await who(planted)).toBeNull();
    expect(await listFeedAfter(store.read, 0)).toMatchObject([
      { noun: 'session', nounId: session!.id, employeeId: 'anna' },
    ]);
  });

  test('is over once the person is disabled, who is told so where they would sign in', async () => {
    const { chromium, who, store, now, parts } = await signedIn();
    expect(await howSessionEnded(store, chromium.headers(), parts.settings, now())).toBeNull();
    await store.tx((db) => updateEmployee(db, 'anna', { disabledAt: now() }));
    expect(await who(chromium)).toBeNull();
    expect(await howSessionEnded(store, chromium.headers(), parts.settings, now())).toBe('disabled');
  });

  test('cannot be made up: a changed or foreign cookie is nobody', async () => {
    const { chromium, who, parts } = await signedIn();
    const foreign = createTestBrowser({
      ...parts,
      settings: { ...parts.settings, authSecret: 'another secret, also long enough for it' },
    });
    await foreign.signIn('anna@mlsit.example', password);
    expect(await who(foreign)).toBeNull();
    chromium.cookies.set('callboard.session', `${chromium.cookies.get('callboard.session')}x`);
    expect(await who(chromium)).toBeNull();
  });
});

describe.each(dialects)('a one-time link on %s', (dialect) => {
  const invited = async () => {
    const world = await open(dialect);
    const token = newSecret();
    await world.store.tx((db) =>
      insertOneTimeLink(db, {
        tokenHash: hashSecret(token),
        employeeId: 'pavel',
        createdBy: 'alla',
        createdAt: world.now(),
        expiresAt: world.now() + 72 * 3_600_000,
      }),
    );
    return { ...world, token };
  };

  test('sets the first password and signs the person in, once', async () => {
    const { browser, who, token } = await invited();
    const chromium = browser();
    expect(await chromium.signInByLink(token, password)).toEqual({ status: 200, error: null });
    expect(await who(chromium)).toBe('pavel');
    expect((await browser().signInByLink(token, 'другой хороший пароль')).error).toBe('CredentialsSignin');
    expect((await browser().signIn('pavel@mlsit.example', password)).status).toBe(200);
  });

  test('ends the sessions the person had, and their open consoles hear of it', async () => {
    const { browser, store, token, who, now } = await invited();
    await store.tx((db) => updateEmployee(db, 'pavel', { passwordHash }));
    const lost = browser();
    await lost.signIn('pavel@mlsit.example', password);
    const [session] = await listOpenSessions(store.read, 'pavel', now());
    await browser().signInByLink(token, 'другой хороший пароль');
    expect(await who(lost)).toBeNull();
    expect(await listFeedAfter(store.read, 0)).toMatchObject([
      { noun: 'session', nounId: session!.id, employeeId: 'pavel' },
    ]);
  });

  test('opened in two tabs sets one password', async () => {
    const { browser, token } = await invited();
    const both = await Promise.all([
      browser().signInByLink(token, 'первая вкладка была быстрее'),
      browser().signInByLink(token, 'вторая вкладка была быстрее'),
    ]);
    expect(both.map((each) => each.status).sort()).toEqual([200, 401]);
  });

  test('is worth nothing after 72 hours', async () => {
    const { browser, token, pass } = await invited();
    pass(72 * 3_600_000);
    expect((await browser().signInByLink(token, password)).status).toBe(401);
  });

  test('refuses a weak password and stays good', async () => {
    const { browser, token } = await invited();
    expect((await browser().signInByLink(token, 'qwerty12345')).error).toBe('password:tooEasy');
    expect((await browser().signInByLink(token, password)).status).toBe(200);
  });
});

describe('the sign-in routes', () => {
  test('let nobody in by one click unless the demo is on', async () => {
    const closed = await open('sqlite');
    expect(await closed.browser().signInForDemo('gleb')).toEqual({ status: 404, error: null });
    const demo = await open('sqlite', { demoSignIn: true });
    const chromium = demo.browser();
    expect((await chromium.signInForDemo('gleb')).status).toBe(200);
    expect(await demo.who(chromium)).toBe('gleb');
  });

  test('keep cookies to this host and to https where there is https', async () => {
    const { browser } = await open('sqlite', { publicUrl: 'https://calls.example.com' });
    const chromium = browser();
    await chromium.signIn('anna@mlsit.example', password);
    const names = chromium.setCookies.map((cookie) => cookie.split('=')[0]);
    expect(new Set(names)).toEqual(
      new Set([
        '__Host-callboard.csrf',
        '__Host-callboard.callback',
        '__Host-callboard.session',
        '__Host-callboard.device',
      ]),
    );
    for (const cookie of chromium.setCookies) {
      expect(cookie).toMatch(/; Path=\//);
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; Secure/);
      expect(cookie).toMatch(/; SameSite=Lax/);
      expect(cookie).not.toMatch(/; Domain/);
    }
  });

  test('refuse a sign-in that another site sends', async () => {
    const { browser, who } = await open('sqlite');
    const victim = browser();
    await victim.send('POST', 'callback/credentials', {
      email: 'anna@mlsit.example',
      password,
      json: 'true',
    });
    expect(await who(victim)).toBeNull();
  });

  test.each([
    ['/desk', 'http://127.0.0.1:3000/desk'],
    ['http://127.0.0.1:3000/leads?x=1', 'http://127.0.0.1:3000/leads?x=1'],
    ['https://evil.example/desk', 'http://127.0.0.1:3000'],
    ['//evil.example', 'http://127.0.0.1:3000'],
    ['/\\\\evil.example', 'http://127.0.0.1:3000'],
    ['javascript:alert(1)', 'http://127.0.0.1:3000'],
  ])('lead from %s to a page of ours and nowhere else', async (callbackUrl, address) => {
    const { browser } = await open('sqlite');
    const chromium = browser();
    const { csrfToken } = (await (await chromium.send('GET', 'csrf')).json()) as { csrfToken: string };
    const answer = await chromium.send('POST', 'callback/credentials', {
      email: 'anna@mlsit.example',
      password,
      csrfToken,
      callbackUrl,
      json: 'true',
    });
    expect(((await answer.json()) as { url: string }).url).toBe(address);
  });

  test('answer nothing else of next-auth', async () => {
    const { browser } = await open('sqlite');
    for (const [method, action] of [
      ['GET', 'session'],
      ['GET', 'providers'],
      ['GET', 'signin'],
      ['GET', 'error'],
      ['POST', 'session'],
      ['POST', '_log'],
      ['POST', 'signin/credentials'],
    ] as const) {
      expect((await browser().send(method, action, method === 'POST' ? {} : undefined)).status, action).toBe(
        404,
      );
    }
  });

  test('refuse a body that is too large', async () => {
    const { browser } = await open('sqlite');
    const answer = await browser().send('POST', 'callback/credentials', { password: 'x'.repeat(20_000) });
    expect(answer.status).toBe(413);
  });
});
