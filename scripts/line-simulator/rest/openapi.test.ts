import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHeldLine } from '@/tests/contract/held-line';
import { DEFECTS, type Defect } from '../line/account.ts';
import { placeCall } from '../line/place-call.ts';
import { ACCOUNT_SID, API_KEY_SID, CALLER, COMPANY } from '../testing/line-under-test.ts';

let it: Awaited<ReturnType<typeof openHeldLine>>;
beforeEach(async () => {
  it = await openHeldLine();
});
afterEach(() => it.close());

test('every answer of the REST API has the shape that Twilio documents', async () => {
  const caller = placeCall(it.line, { from: CALLER, forwardedFrom: '+74957654321' });
  await it.seconds(1);
  const room = caller.participant!.conference.sid;
  await it.join(room, 'agent_42_1');
  await it.seconds(3);

  const one = `/Conferences/${room}/Participants/agent_42_1.json`;
  await expectOk('GET', one);
  await expectOk('POST', one, { Muted: 'true' });
  await expectOk('GET', `/Conferences/${room}/Participants.json`);
  await expectOk('GET', '/Conferences.json', { FriendlyName: 'c_1' });
  await expectOk('GET', `/Conferences/${room}.json`);
  await expectOk('GET', '/Calls.json');
  await expectOk('GET', `/Calls/${caller.sid}.json`);

  const created = await it.rest('POST', '/Calls.json', {
    To: 'sip:42@desk.example',
    From: COMPANY,
    Twiml: '<Response><Say>Алло</Say></Response>',
  });
  expect(created.status).toBe(201);
  const ended = await expectOk('POST', `/Calls/${caller.sid}.json`, { Status: 'completed' });
  expect(ended).toMatchObject({ status: 'completed', duration: '4' });
  await it.settled();

  expect(await expectOk('GET', `/Conferences/${room}.json`)).toMatchObject({
    status: 'completed',
    reason_conference_ended: 'participant-with-end-conference-on-exit-left',
    call_sid_ending_conference: caller.sid,
  });
  await expectOk('POST', `/Conferences/${room}.json`, { Status: 'completed' });

  const recordingSid = `RE${'c'.repeat(32)}`;
  it.line.recordings.set(recordingSid, {
    sid: recordingSid,
    callSid: caller.sid,
    startedAt: it.clock.now(),
    seconds: 7,
    readyAt: it.clock.now(),
  });
  const recording = await expectOk('GET', `/Recordings/${recordingSid}.json`);
  expect(recording).toMatchObject({ duration: '7', source: 'RecordVerb' });

  const numbers = await expectOk('GET', '/IncomingPhoneNumbers.json');
  expect(numbers.incoming_phone_numbers[0]).toMatchObject({
    phone_number: COMPANY,
    voice_url: `${it.console.url}/api/twilio/voice/inbound#rc=2&rp=ct,rt,5xx&ct=2000&rt=6000&tt=14000`,
  });
  await expectOk('GET', '/Applications.json');
});

async function expectOk(method: string, path: string, form?: Record<string, string>) {
  const { status, body } = await it.rest(method, path, form);
  expect(status, `${method} ${path}`).toBe(200);
  return body;
}

test('a recorded call and its recordings have the shape that Twilio documents', async () => {
  const caller = placeCall(it.line, { from: CALLER });
  await it.seconds(1);
  const path = `/Calls/${caller.sid}/Recordings`;
  const created = await it.rest('POST', `${path}.json`, { RecordingChannels: 'dual' });
  expect(created.status).toBe(201);
  for (const Status of ['paused', 'in-progress', 'stopped']) {
    const changed = await expectOk('POST', `${path}/Twilio.CURRENT.json`, { Status });
    expect(changed.sid).toBe(created.body.sid);
  }
  await expectOk('GET', `${path}.json`);
  await expectOk('GET', `${path}/${created.body.sid}.json`);
});

test.each([[[]], [[...DEFECTS]], [['individual-profile', 'webhooks-failing']]] satisfies Defect[][][])(
  'what is told of the account and its parts has the shape that Twilio documents: %j',
  async (defects) => {
    await it.control('PUT', '/account', { defects: defects.filter((defect) => !SILENT.includes(defect)) });
    const root = `/2010-04-01/Accounts/${ACCOUNT_SID}`;
    const expectRead = async (address: string) => expect((await it.asOwner(address)).status).toBe(200);
    await expectRead(`${root}.json`);
    for (const resource of ['Applications', 'IncomingPhoneNumbers', 'Keys', 'Notifications'])
      await expectRead(`${root}/${resource}.json`);
    await expectRead(`${root}/Keys/${API_KEY_SID}.json`);
    await expectRead('/v1/CustomerProfiles');

    const [application] = it.line.account.applications;
    const oneApplication = `/Applications/${application!.sid}.json`;
    await expectRead(root + oneApplication);
    await expectOk('POST', oneApplication, { VoiceUrl: 'https://a.example/' });

    const [number] = it.line.numbers;
    const oneNumber = `/IncomingPhoneNumbers/${number!.sid}.json`;
    await expectRead(root + oneNumber);
    await expectRead(`/v2/PhoneNumbers/${number!.number}`);
    await expectOk('POST', oneNumber, { VoiceMethod: 'POST' });
  },
);

/** With these nothing more is told. */
const SILENT: Defect[] = [
  'token-revoked',
  'account-suspended',
  'key-revoked',
  'key-secret-changed',
  'app-gone',
  'number-gone',
];
