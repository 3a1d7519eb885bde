import twilio from 'twilio';
import { expect, test } from 'vitest';
import { readAccessToken } from './access-token.ts';

const settings = {
  accountSid: `AC${'a'.repeat(32)}`,
  apiKeySid: `SK${'b'.repeat(32)}`,
  apiKeySecret: 'key-secret',
};
const APPLICATION = `AP${'c'.repeat(32)}`;

const { AccessToken } = twilio.jwt;

type Wish = Partial<typeof settings> & { ttl?: number; nbf?: number; identity?: string; voice?: boolean };

function token({ ttl = 3_600, nbf, identity = 'agent_42', voice = true, ...other }: Wish = {}): string {
  const { accountSid, apiKeySid, apiKeySecret } = { ...settings, ...other };
  const made = new AccessToken(accountSid, apiKeySid, apiKeySecret, { identity, ttl, nbf });
  if (voice)
    made.addGrant(new AccessToken.VoiceGrant({ incomingAllow: true, outgoingApplicationSid: APPLICATION }));
  return made.toJwt();
}

function codeOf(given: unknown, now = Date.now()): number | null {
  try {
    readAccessToken(given, settings, now);
    return null;
  } catch (error) {
    return (error as { code: number }).code;
  }
}

test("a token made by Twilio's library says who it is and what they may do", () => {
  const read = readAccessToken(token(), settings, Date.now());
  expect(read).toMatchObject({ identity: 'agent_42', mayReceive: true, applicationSid: APPLICATION });
  expect(read.expiresAt - Date.now()).toBeGreaterThan(3_590_000);
});

test.each([
  ['nothing', undefined, 20101],
  ['something else', 'a.b.c', 20101],
  ['a token with a part too many', `${token()}.x`, 20101],
  ['a token signed with another secret', token({ apiKeySecret: 'other' }), 20151],
  ["another account's token", token({ accountSid: `AC${'d'.repeat(32)}` }), 20151],
  ["another key's token", token({ apiKeySid: `SK${'d'.repeat(32)}` }), 20151],
  ['a token changed on its way', token().replace(/\.(.)/, '.X$1'), 20101],
  ['a token for later', token({ nbf: Math.floor(Date.now() / 1000) + 60 }), 20101],
  ['a token without voice', token({ voice: false }), 20101],
  ['an identity with a hyphen', token({ identity: 'agent-42' }), 20101],
])('%s is refused', (_, given, code) => {
  expect(codeOf(given)).toBe(code);
});

test('a token is good until the second it expires', () => {
  const given = token({ ttl: 60 });
  const { expiresAt } = readAccessToken(given, settings, Date.now());
  expect(codeOf(given, expiresAt - 1)).toBe(null);
  expect(codeOf(given, expiresAt)).toBe(20104);
});

test('a token that names no algorithm is refused', () => {
  const [, body] = token().split('.');
  const head = Buffer.from('{"alg":"none","cty":"twilio-fpa;v=1"}').toString('base64url');
  expect(codeOf(`${head}.${body}.`)).toBe(20101);
});
