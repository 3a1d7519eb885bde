import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLineUnderTest } from '../testing/line-under-test.ts';
import { callerNumber, type PlacedCall, placeCalls, readPlan, summarize } from './place-calls.ts';

let it: Awaited<ReturnType<typeof openLineUnderTest>>;
beforeEach(async () => {
  it = await openLineUnderTest();
});
afterEach(() => it.close());

test('the plan is read from the options, and a wrong one is refused in words', () => {
  expect(readPlan({ calls: '50', 'per-minute': '20', 'hang-up-after': '30' }).plan).toEqual({
    calls: 50,
    perMinute: 20,
    hangUpAfterSeconds: 30,
    from: null,
  });
  expect(readPlan({}).plan).toMatchObject({ calls: 1, perMinute: 20, hangUpAfterSeconds: null });
  expect(readPlan({ calls: 'many' }).problem).toContain('--calls');
  expect(readPlan({ 'per-minute': '0' }).problem).toContain('--per-minute');
  expect(readPlan({ 'hang-up-after': 'soon' }).problem).toContain('--hang-up-after');
});

test('callers are known, unknown and withheld in turn', () => {
  const known = [{ number: '+79160000001' }, { number: '+79160000002' }];
  expect([0, 1, 2, 3].map((index) => callerNumber(index, known))).toEqual([
    '+79160000001',
    '+79991000001',
    '+79160000002',
    'withheld',
  ]);
  expect(callerNumber(0, [])).toBe('+79991000000');
});

test('calls are placed one after another and followed to their end', async () => {
  it.console.on('/api/twilio/voice/inbound', '<Response><Reject/></Response>');
  const placed: PlacedCall[] = [];
  const said: string[] = [];
  await placeCalls(
    it.base,
    { calls: 3, perMinute: 6_000, hangUpAfterSeconds: null, from: null },
    placed,
    (text) => said.push(text),
    () => placed.length === 3 && placed.every(({ hasEnded }) => hasEnded),
  );
  expect(said.slice(0, 3).map((text) => text.slice(0, 3))).toEqual(['1/3', '2/3', '3/3']);
  expect(it.console.to('/api/twilio/voice/inbound')).toHaveLength(3);
});

test('a call that the line has forgotten is over, but not called unanswered', () => {
  const call = {
    sid: 'CA',
    status: 'ringing',
    hasEnded: true,
    createdAt: 1_000,
    talkedAt: null,
    endedAt: null,
  };
  const rows = summarize([
    call,
    { ...call, isForgotten: true },
    { ...call, talkedAt: 2_000, isForgotten: true },
  ]);
  expect(rows.slice(0, 4).map((row) => row.replace(/ {2,}/, ': '))).toEqual([
    'placed: 3',
    'reached somebody: 1',
    'ended unanswered: 1',
    'ended, not seen: 1',
  ]);
});

test('the summary counts who reached somebody and how long they waited', () => {
  const call = {
    sid: 'CA',
    status: 'completed',
    hasEnded: true,
    createdAt: 1_000,
    talkedAt: null,
    endedAt: 9_000,
  };
  const rows = summarize([
    { ...call, talkedAt: 4_000 },
    { ...call, talkedAt: 6_000 },
    call,
    { ...call, hasEnded: false },
  ]);
  expect(rows.map((row) => row.replace(/ {2,}/, ': '))).toEqual([
    'placed: 4',
    'reached somebody: 2',
    'ended unanswered: 1',
    'still on the line: 1',
    'wait, median: 3.0 s',
    'wait, longest: 5.0 s',
  ]);
});
