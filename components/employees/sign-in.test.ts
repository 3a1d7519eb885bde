import { describe, expect, test } from 'vitest';
import { pageAfterSignIn, signIn, signInAddress } from './sign-in';

const answering = (status: number, error?: string): typeof fetch =>
  (async (address: string) =>
    address === '/api/auth/csrf'
      ? Response.json({ csrfToken: 't' })
      : Response.json(
          { url: `http://127.0.0.1:3000/api/auth/error${error ? `?error=${error}` : ''}` },
          { status },
        )) as typeof fetch;

describe('the answer to a sign-in', () => {
  test.each([
    [200, undefined, { result: 'in' }],
    [401, 'CredentialsSignin', { result: 'refused' }],
    [401, 'throttled%3A8', { result: 'wait', seconds: 8 }],
    [429, 'throttled%3A2', { result: 'wait', seconds: 2 }],
    [401, 'password%3AtooEasy', { result: 'weak', problem: 'tooEasy' }],
    [500, undefined, { result: 'unreachable' }],
  ])('%i %s is understood', async (status, error, answer) => {
    expect(await signIn('credentials', {}, answering(status, error))).toEqual(answer);
  });

  test('without a connection is told from a wrong password', async () => {
    const offline = (async () => {
      throw new TypeError('fetch failed');
    }) as typeof fetch;
    expect(await signIn('credentials', {}, offline)).toEqual({ result: 'unreachable' });
  });
});

test.each([
  ['/leads?x=1', '/leads?x=1'],
  ['//evil.example', '/desk'],
  ['/\\evil.example', '/desk'],
  ['https://evil.example', '/desk'],
  ['/sign-in', '/desk'],
  [undefined, '/desk'],
])('asked from %s, the sign-in leads to %s', (from, page) => {
  expect(pageAfterSignIn(from)).toBe(page);
});

test.each([
  ['/calls?route=commercial', '/sign-in?from=%2Fcalls%3Froute%3Dcommercial'],
  ['https://elsewhere.example', '/sign-in'],
  ['//elsewhere.example', '/sign-in'],
  [null, '/sign-in'],
])('whoever is not signed in at %s is sent to %s', (from, address) => {
  expect(signInAddress(from)).toBe(address);
  const back = new URL(address, 'https://calls.example.com').searchParams.get('from');
  if (back) expect(pageAfterSignIn(back)).toBe(from);
});
