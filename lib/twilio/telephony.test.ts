import twilio from 'twilio';
import { expect, test, vi } from 'vitest';
import type { SupervisionMode } from '@/lib/domain/calls/supervision';
import { createTelephony } from './telephony';

const settings = {
  twilioAccountSid: `AC${'0'.repeat(32)}`,
  twilioApiKeySid: `SK${'0'.repeat(32)}`,
  twilioApiKeySecret: 'secret',
  publicUrl: 'https://calls.example.com',
};

test('the address of the phone provider does not depend on the environment', async () => {
  vi.stubEnv('TWILIO_REGION', 'au1').stubEnv('TWILIO_EDGE', 'sydney');
  const response = { statusCode: 200, body: { status: 'completed', end_time: null }, headers: {} };
  const request = vi.spyOn(twilio.RequestClient.prototype, 'request').mockResolvedValue(response as never);
  const telephony = createTelephony(settings);
  await telephony.callStatus('CA1');
  expect(new URL(request.mock.calls[0]![0].uri).hostname).toBe('api.twilio.com');
});

test('hold, mute and an outside number reach the participant that is meant', async () => {
  const response = { statusCode: 200, body: { call_sid: 'CA9' }, headers: {} };
  const request = vi.spyOn(twilio.RequestClient.prototype, 'request').mockResolvedValue(response as never);
  request.mockClear();
  const telephony = createTelephony(settings);
  const conferenceSid = `CF${'0'.repeat(32)}`;
  const sent = async (...command: Parameters<typeof telephony.carryOut>) => {
    await telephony.carryOut(...command);
    const { uri, data } = request.mock.lastCall![0];
    return { leg: new URL(uri).pathname.split('/').at(-1)!.replace('.json', ''), data };
  };
  expect(await sent({ type: 'hold', conferenceSid }, 'call1')).toMatchObject({
    leg: 'caller',
    data: { Hold: 'true', HoldMethod: 'POST' },
  });
  expect(await sent({ type: 'unhold', conferenceSid, label: 'agent_pavel_2' }, 'call1')).toMatchObject({
    leg: 'agent_pavel_2',
    data: { Hold: 'false' },
  });
  expect(await sent({ type: 'wait', conferenceSid }, 'call1')).toMatchObject({
    leg: 'caller',
    data: {
      WaitUrl: expect.stringContaining('/api/twilio/voice/wait?c=call1'),
      WaitMethod: 'POST',
    },
  });
  expect(await sent({ type: 'mute', conferenceSid, label: 'agent_anna_1' }, 'call1')).toMatchObject({
    leg: 'agent_anna_1',
    data: { Muted: 'true' },
  });
  const dial = { to: '+79131112233', from: '+74951234567', label: 'ext_2', timeoutSeconds: 25 };
  expect(await sent({ type: 'dial', conferenceSid, ...dial }, 'call1')).toMatchObject({
    leg: 'Participants',
    data: { To: '+79131112233', Label: 'ext_2', EarlyMedia: 'true', EndConferenceOnExit: 'false' },
  });
  const coachCallSid = 'CA7';
  const supervise = { type: 'supervise', conferenceSid, label: 'sup_clara_2', before: 'listen' } as const;
  const heardAs = async (mode: SupervisionMode, leg: string | null = coachCallSid) =>
    (await sent({ ...supervise, mode, coachCallSid: leg }, 'call1')).data;
  expect(await heardAs('listen')).toEqual({ Muted: 'true', Coaching: 'false' });
  expect(await heardAs('whisper')).toEqual({
    Muted: 'false',
    Coaching: 'true',
    CallSidToCoach: coachCallSid,
  });
  expect(await heardAs('barge')).toEqual({ Muted: 'false', Coaching: 'false' });
  expect(await heardAs('whisper', null)).toEqual({ Muted: 'true', Coaching: 'false' });
  const join = { ...dial, label: 'sup_clara_2', generation: 2, mode: 'whisper', coachCallSid } as const;
  expect(await sent({ type: 'joinSupervisor', conferenceSid, ...join }, 'call1')).toMatchObject({
    leg: 'Participants',
    data: { StartConferenceOnEnter: 'false', EndConferenceOnExit: 'false', CallSidToCoach: coachCallSid },
  });
});

test('whether a telephone was rung is told by its calls since then, however they ended', async () => {
  const created = 'Sun, 01 Nov 2026 06:00:30 +0000';
  const body = { calls: [{ sid: 'CA9', status: 'busy', date_created: created }] };
  const response = { statusCode: 200, body, headers: {} };
  const request = vi.spyOn(twilio.RequestClient.prototype, 'request').mockResolvedValue(response as never);
  const telephony = createTelephony(settings);
  const leg = { to: '+74951230001', from: '+74951234567' };
  expect(await telephony.hasRung({ ...leg, since: Date.UTC(2026, 10, 1, 6, 0, 31) })).toBe(true);
  expect(await telephony.hasRung({ ...leg, since: Date.UTC(2026, 10, 1, 6, 0, 40) })).toBe(false);
  expect(request.mock.lastCall![0].params).toMatchObject({ To: leg.to, From: leg.from });
});

test('calls that came in are asked for since then, in pages as large as they may be, without those we placed', async () => {
  const call = (sid: string, direction: string, start_time: string | null) => ({
    sid,
    direction,
    from: '+79131112233',
    to: '+74951234567',
    status: 'completed',
    date_created: 'Sun, 01 Nov 2026 06:00:00 +0000',
    start_time,
    end_time: 'Sun, 01 Nov 2026 06:00:09 +0000',
  });
  const calls = [
    call('CA1', 'inbound', 'Sun, 01 Nov 2026 06:00:02 +0000'),
    call('CA2', 'outbound-api', null),
    call('CA3', 'inbound', null),
  ];
  const response = { statusCode: 200, body: { calls }, headers: {} };
  const request = vi.spyOn(twilio.RequestClient.prototype, 'request').mockResolvedValue(response as never);
  const since = Date.UTC(2026, 10, 1, 6);
  const received = await createTelephony(settings).receivedCalls(since, 5000);
  expect(request.mock.lastCall![0].params).toMatchObject({
    'StartTime>': '2026-11-01T06:00:00Z',
    PageSize: 1000,
  });
  const rung = { from: '+79131112233', to: '+74951234567', status: 'completed', endedAt: since + 9000 };
  expect(received).toEqual([
    { ...rung, callSid: 'CA1', startedAt: since + 2000 },
    { ...rung, callSid: 'CA3', startedAt: since },
  ]);
});
