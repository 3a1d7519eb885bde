import { afterEach, beforeEach, expect, test } from 'vitest';
import { COMPANY, DESK, openLineUnderTest } from '../testing/line-under-test.ts';

let it: Awaited<ReturnType<typeof openLineUnderTest>>;
beforeEach(async () => {
  it = await openLineUnderTest();
});
afterEach(() => it.close());

const PARTY = '+73842581234';
const events = ['start', 'end', 'join', 'leave'];

/** An employee's telephone opens a room by its name, then somebody outside is rung into it. */
async function calls(mode: 'manual' | 'busy' | 'unreachable', { to = DESK, name = 'c_9' } = {}) {
  await it.control('PUT', `/phones/${encodeURIComponent(PARTY)}`, { mode });
  const own = await it.rest('POST', `/Conferences/${name}/Participants.json`, {
    To: to,
    From: COMPANY,
    Label: 'agent_1_1',
    EarlyMedia: 'false',
    ConferenceStatusCallback: `${it.console.url}/api/twilio/conference-status?c=9`,
    ConferenceStatusCallbackEvent: events,
  });
  expect(own.status).toBe(201);
  await it.seconds(3);
  const room = own.body.conference_sid as string;
  const party = await it.rest('POST', `/Conferences/${room}/Participants.json`, {
    To: PARTY,
    From: COMPANY,
    Label: 'caller',
    EndConferenceOnExit: 'true',
    Timeout: '45',
    StatusCallback: `${it.console.url}/api/twilio/call-status?leg=caller`,
    StatusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
  });
  await it.seconds(2);
  return { room, ownSid: own.body.call_sid as string, partySid: party.body.call_sid as string };
}

const heardBy = (sid: string) => it.line.calls.get(sid)?.heard.at(-1)?.kind;
const partyDoes = (act: string) => it.control('POST', `/phones/${encodeURIComponent(PARTY)}/${act}`);

test('whoever calls hears it ring in the room they opened, then talks; the room ends with the party', async () => {
  const { ownSid, partySid } = await calls('manual');
  expect(heardBy(ownSid)).toBe('ringback');
  const { body } = await it.control('GET', '/state');
  expect(body.calls).toContainEqual(expect.objectContaining({ sid: partySid, to: PARTY }));
  await partyDoes('answer');
  await it.seconds(1);
  expect([heardBy(ownSid), heardBy(partySid)]).toEqual(['talk', 'talk']);
  expect(it.console.events()).toEqual(
    expect.arrayContaining(['call ringing', 'call in-progress', 'participant-join', 'conference-start']),
  );
  await partyDoes('hang-up');
  await it.seconds(1);
  expect(it.line.calls.get(ownSid)?.status).toBe('completed');
  expect(it.console.events()).toContain('conference-end');
});

test.each([
  ['busy', 'busy'],
  ['unreachable', 'failed'],
] as const)('a party that is %s is told as such, and whoever called is alone again', async (mode, status) => {
  const { ownSid } = await calls(mode);
  expect(it.console.events()).toEqual(expect.arrayContaining([`call ${status}`, 'participant-leave']));
  expect(heardBy(ownSid)).toBe('music');
});

test('a party that rings is called off, and one that talks is not', async () => {
  const { partySid } = await calls('manual');
  expect((await it.rest('POST', `/Calls/${partySid}.json`, { Status: 'canceled' })).status).toBe(200);
  await it.seconds(1);
  expect(it.console.events()).toContain('call canceled');
  const again = await calls('manual', { to: '+74951230043', name: 'c_10' });
  await partyDoes('answer');
  await it.seconds(1);
  const answer = await it.rest('POST', `/Calls/${again.partySid}.json`, { Status: 'canceled' });
  expect(answer).toMatchObject({ status: 400, body: { code: 21220 } });
});

test('an announcement is played to one participant alone, and the talk goes on', async () => {
  const { room, ownSid, partySid } = await calls('manual');
  await partyDoes('answer');
  await it.seconds(1);
  const path = '/api/twilio/voice/announcement';
  it.console.on(path, '<Response><Say language="ru-RU">Разговор записывается.</Say></Response>');
  const form = { AnnounceUrl: `${it.console.url}${path}?c=9`, AnnounceMethod: 'POST' };
  await it.rest('POST', `/Conferences/${room}/Participants/caller.json`, form);
  await it.seconds(0.5);
  expect(it.line.calls.get(partySid)?.heard.at(-1)).toMatchObject({
    kind: 'say',
    text: 'Разговор записывается.',
  });
  expect(heardBy(ownSid)).toBe('talk');
  await it.seconds(5);
  expect(heardBy(partySid)).toBe('talk');
});
