import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { signAccessToken, standInOf } from './access-token';

const settings = {
  twilioAccountSid: `AC${'1'.repeat(32)}`,
  twilioApiKeySid: `SK${'2'.repeat(32)}`,
  twilioApiKeySecret: 'a secret of sixteen and more',
  twilioTwimlAppSid: `AP${'3'.repeat(32)}`,
};

test('an access token names the account, the key, the identity and our TwiML App, signed with the key’s secret', () => {
  const [header, payload, signature] = signAccessToken(settings, 'agent_01ANNA', 3600).split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  expect(read(header!)).toMatchObject({ alg: 'HS256', cty: 'twilio-fpa;v=1' });
  const { exp, iat, ...claims } = read(payload!);
  expect(exp - iat).toBe(3600);
  expect(claims).toMatchObject({
    iss: settings.twilioApiKeySid,
    sub: settings.twilioAccountSid,
    grants: {
      identity: 'agent_01ANNA',
      voice: { outgoing: { application_sid: settings.twilioTwimlAppSid } },
    },
  });
  const expected = createHmac('sha256', settings.twilioApiKeySecret).update(`${header}.${payload}`);
  expect(signature).toBe(expected.digest('base64url'));
});

test('the browser dials the stand-in where there is one, and Twilio otherwise', () => {
  expect(standInOf({ twilioApiBaseUrl: 'http://127.0.0.1:3001' })).toBe('127.0.0.1:3001');
  expect(standInOf({})).toBeNull();
});
