import { expect, test } from 'vitest';
import { isSignedOut } from './is-signed-out';

const answering = (status: number) => async () => new Response(null, { status });

test('a session that was ended is told from a lost connection', async () => {
  expect(await isSignedOut(answering(401))).toBe(true);
  expect(await isSignedOut(answering(200))).toBe(false);
  expect(await isSignedOut(answering(503))).toBe(false);
  expect(
    await isSignedOut(async () => {
      throw new TypeError('Failed to fetch');
    }),
  ).toBe(false);
});
