import { expect, test } from 'vitest';
import { parseWebhookAddress } from './webhook-address.ts';

test('without a fragment Twilio retries once, and only when it could not connect', () => {
  expect(parseWebhookAddress('https://c.example/voice?c=1')).toEqual({
    url: 'https://c.example/voice?c=1',
    retryCount: 1,
    retryOn: ['ct'],
    connectMs: 5_000,
    readMs: 15_000,
    totalMs: 15_000,
  });
});

test('the fragment gives retries and time limits and is not part of the address', () => {
  expect(parseWebhookAddress('https://c.example/v#rc=2&rp=ct,rt,5xx&ct=2000&rt=6000&tt=14000')).toEqual({
    url: 'https://c.example/v',
    retryCount: 2,
    retryOn: ['ct', 'rt', '5xx'],
    connectMs: 2_000,
    readMs: 6_000,
    totalMs: 14_000,
  });
});

test('no setting goes beyond the bounds that Twilio sets', () => {
  expect(parseWebhookAddress('https://c.example/#rc=9&rp=never&ct=1&rt=99999&tt=60000')).toMatchObject({
    retryCount: 5,
    retryOn: ['ct'],
    connectMs: 100,
    readMs: 15_000,
    totalMs: 15_000,
  });
});
