import { expect, test } from 'vitest';
import { signWebhook } from './signature.ts';

const TOKEN = '12345';
const PARAMETERS = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
};

test.each([
  ['https://mycompany.com/myapp.php?foo=1&bar=2', 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
  ['https://mycompany.com:443/myapp.php?foo=1&bar=2', 'kvajT1Ptam85bY51eRf/AJRuM3w='],
  ['http://mycompany.com:80/myapp.php?foo=1&bar=2', '0ZXoZLH/DfblKGATFgpif+LLRf4='],
  ['http://mycompany.com:1234/myapp.php?foo=1&bar=2', 'Zmvh+3yNM1Phv2jhDCwEM3q5ebU='],
  ['https://user:pass@mycompany.com/myapp.php?foo=1&bar=2', 'CukzLTc1tT5dXEDIHm/tKBanW10='],
])("a request to %s is signed as Twilio's published vector says", (url, signature) => {
  expect(signWebhook(TOKEN, url, PARAMETERS)).toBe(signature);
});

test('an empty value counts in the signature', () => {
  const url = 'https://mycompany.com/call';
  expect(signWebhook(TOKEN, url, { From: '', To: '+1' })).not.toBe(signWebhook(TOKEN, url, { To: '+1' }));
});
