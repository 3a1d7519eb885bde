import { afterEach, beforeEach, expect, test } from 'vitest';
import { CALLER, openLineUnderTest } from '../testing/line-under-test.ts';
import { placeCall } from './place-call.ts';

let it: Awaited<ReturnType<typeof openLineUnderTest>>;
beforeEach(async () => {
  it = await openLineUnderTest();
});
afterEach(() => it.close());

async function callWithFaults(callbacks: unknown[]) {
  const { status } = await it.control('PUT', '/faults', { callbacks });
  expect(status).toBe(200);
  const call = placeCall(it.line, { from: CALLER });
  await it.seconds(1);
  const conferenceSid = call.participant!.conference.sid;
  await it.join(conferenceSid, 'agent_42_1');
  await it.seconds(3);
  return call;
}

const conferenceEvents = () => it.console.events().filter((event) => !event.startsWith('call'));

test('a dropped callback never comes, and its number in the sequence is missed', async () => {
  await callWithFaults([{ kind: 'conference-start', effect: 'drop', times: 1 }]);
  expect(conferenceEvents()).toEqual(['participant-join', 'participant-join']);
  await it.seconds(60);
  expect(conferenceEvents()).not.toContain('conference-start');
  expect(it.line.faults.callbacks).toEqual([]);
});

test('a duplicate is the same body with a token of its own', async () => {
  await callWithFaults([{ kind: 'participant-join', effect: 'duplicate', times: 1 }]);
  const [first, second] = it.console.to('/api/twilio/conference-status');
  expect(second?.parameters).toEqual(first?.parameters);
  expect(second?.token).not.toBe(first?.token);
  expect(conferenceEvents().filter((event) => event === 'participant-join')).toHaveLength(3);
});

test('a duplicate may carry the same token or none', async () => {
  await callWithFaults([
    { kind: 'participant-join', effect: 'duplicate', times: 1, copies: 3, token: 'same' },
    { kind: 'conference-start', effect: 'duplicate', times: 1, token: 'none' },
  ]);
  const tokens = (event: string) =>
    it.console
      .to('/api/twilio/conference-status')
      .filter(({ parameters }) => parameters.StatusCallbackEvent === event)
      .map(({ token }) => token);
  expect(new Set(tokens('participant-join').slice(0, 3)).size).toBe(1);
  expect(tokens('conference-start')).toContain(null);
});

test('a delayed callback comes later, with the time at which it happened', async () => {
  await callWithFaults([{ kind: 'conference', effect: 'delay', delayMs: 30_000, times: 1 }]);
  expect(conferenceEvents()).toEqual(['participant-join', 'conference-start']);
  await it.seconds(30);
  const last = it.console.to('/api/twilio/conference-status').at(-1);
  expect(last?.parameters).toMatchObject({
    StatusCallbackEvent: 'participant-join',
    SequenceNumber: '1',
    Timestamp: 'Mon, 12 Jan 2026 09:00:00 +0000',
  });
});

test('reordered callbacks are overtaken by the next one', async () => {
  await callWithFaults([{ kind: 'conference-start', effect: 'reorder', times: 1 }]);
  expect(conferenceEvents()).toEqual(['participant-join', 'participant-join']);
  await it.seconds(2);
  expect(conferenceEvents().at(-1)).toBe('conference-start');
});

test('all callbacks may be reordered without one being lost', async () => {
  const call = await callWithFaults([{ kind: 'all', effect: 'reorder' }]);
  await it.control('POST', `/calls/${call.sid}/hang-up`);
  await it.seconds(10);
  expect(it.console.events().sort()).toEqual(
    [
      'call completed',
      'call completed',
      'call in-progress',
      'call initiated',
      'call ringing',
      'conference-end',
      'conference-start',
      'participant-join',
      'participant-join',
      'participant-leave',
      'participant-leave',
    ].sort(),
  );
  const numbers = it.console
    .to('/api/twilio/conference-status')
    .map(({ parameters }) => Number(parameters.SequenceNumber));
  expect(numbers).not.toEqual([...numbers].sort((a, b) => a - b));
});

test('a callback that the console refuses is noted as 16011 or 15003 and disturbs nothing', async () => {
  it.console.on('/api/twilio/conference-status', { status: 500 });
  it.console.on('/api/twilio/call-status', { status: 400 });
  const call = await callWithFaults([]);
  const codes = it.line.journal.entries.map(({ code }) => code);
  expect(codes).toContain(16011);
  expect(codes).toContain(15003);
  expect(call.status).toBe('in-progress');
});

test.each([
  ['JSON', { type: 'application/json', body: '{}' }],
  ['no content type', { type: '', body: 'OK' }],
  ['another status of success', { status: 202, type: 'text/xml', body: '<Response/>' }],
])('15003: a callback answered with %s is noted', async (_, reply) => {
  it.console.on('/api/twilio/conference-status', reply);
  await callWithFaults([]);
  expect(it.line.journal.entries.filter(({ code }) => code === 15003).length).toBeGreaterThan(0);
});

test.each([{ status: 204 }, { type: 'text/xml; charset=utf-8', body: '<Response/>' }])(
  'a callback answered with %j is fine',
  async (reply) => {
    it.console.on('/api/twilio/conference-status', reply);
    await callWithFaults([]);
    expect(it.line.journal.entries.filter(({ kind }) => kind === 'debugger')).toEqual([]);
  },
);
