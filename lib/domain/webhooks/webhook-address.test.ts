import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicIp } from './is-public-ip';
import { problemOfAddress } from './webhook-address';

test.each([
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:10.0.0.1',
  '::127.0.0.1',
  '64:ff9b::10.0.0.1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '2001:db8::1',
  '2001::1',
  '2002:7f00:1::',
  '256.1.1.1',
  '1.2.3',
  '010.0.0.1',
  '127.1',
  '2606:4700::1%eth0',
  '::8.8.8.8',
  '::1.0.0.0',
  '01::2::3',
  '1:2:3:4:5:6:7:8:9',
  'example.com',
  '',
])('nothing is sent to %s', (ip) => expect(isPublicIp(ip)).toBe(false));

test.each([
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '223.255.255.255',
  '::ffff:8.8.8.8',
  '2a00:1450:4010:c05::8a',
  '2606:4700:4700::1111',
  '2001:4860:4860:0:0:0:0:8888',
])('%s can be reached by anybody', (ip) => expect(isPublicIp(ip)).toBe(true));

test('no text is taken for a public address and none makes the reading fail', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof isPublicIp(text) === 'boolean'));
  fc.assert(
    fc.property(fc.ipV6(), (ip) => {
      if (isPublicIp(ip) && !/^::ffff:/i.test(ip)) expect(Number.parseInt(ip, 16) >> 13).toBe(1);
    }),
  );
});

const anywhere = { takesThisMachine: false };
test.each([
  ['https://example.com/hooks?key=1', null],
  ['https://example.com:8443/', null],
  ['http://example.com/', 'https'],
  ['ftp://example.com/', 'address'],
  ['example.com', 'address'],
  ['https://', 'address'],
  ['https://example.com/#part', 'address'],
  ['https://user:password@example.com/', 'credentials'],
  ['https://127.0.0.1/', 'notPublic'],
  ['https://2130706433/', 'notPublic'],
  ['https://0x7f.1/', 'notPublic'],
  ['https://[::1]/', 'notPublic'],
  ['https://[::ffff:169.254.169.254]/', 'notPublic'],
  ['https://169.254.169.254/latest/meta-data', 'notPublic'],
  ['https://10.1.2.3/', 'notPublic'],
  ['https://localhost/', 'notPublic'],
  ['https://a.localhost/', 'notPublic'],
  ['https://server/', 'notPublic'],
])('of the address %s is said: %s', (address, problem) => {
  expect(problemOfAddress(address, anywhere)).toBe(problem && `webhooks.problems.${problem}`);
});

test('in the demo this machine is an address too, without https, and no other machine is', () => {
  const demo = { takesThisMachine: true };
  expect(problemOfAddress('http://127.0.0.1:9000/hooks', demo)).toBe(null);
  expect(problemOfAddress('http://localhost:9000/hooks', demo)).toBe(null);
  expect(problemOfAddress('http://10.0.0.1/', demo)).toBe('webhooks.problems.https');
  expect(problemOfAddress('https://10.0.0.1/', demo)).toBe('webhooks.problems.notPublic');
});
