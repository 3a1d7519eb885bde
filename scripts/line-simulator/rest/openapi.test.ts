import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFECTS, type Defect } from '../line/account.ts';
import { placeCall } from '../line/place-call.ts';
import { ACCOUNT_SID, API_KEY_SID, CALLER, COMPANY, openLineUnderTest } from '../testing/line-under-test.ts';

const core = path.dirname(createRequire(import.meta.url).resolve('@twilio/cli-core/package.json'));
// Ajv takes no `nullable` beside a schema of no type, as which Twilio documents what may be anything.
const specOf = (product: string) =>
  JSON.parse(
    readFileSync(path.join(core, `src/services/twilio-api/twilio_${product}.json`), 'utf8'),
    (_, value) =>
      value?.nullable === true && value.type === undefined && value.$ref === undefined
        ? { ...value, nullable: undefined }
        : value,
  );
const spec = specOf('api_v2010');
/** The products whose hosts are `routes` and `trusthub`. */
const others = { routes: specOf('routes_v2'), trusthub: specOf('trusthub_v1') };
const TWILIO_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/;
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: {
    'date-time-rfc-2822': TWILIO_DATE,
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
    uri: true,
    'uri-map': true,
    currency: /^[A-Z]{3}$/,
    'phone-number': /^\+\d+$/,
    'http-method': /^(GET|POST)$/,
    'phone-number-capabilities': true,
  },
});
ajv.addSchema(spec, 'twilio');
for (const [product, each] of Object.entries(others)) ajv.addSchema(each, product);

const ROOT = '/2010-04-01/Accounts/{AccountSid}';

/** Validates a body against what Twilio's OpenAPI says that this operation answers. */
function expectDocumented(
  method: string,
  template: string,
  status: number,
  body: Record<string, unknown>,
  product?: keyof typeof others,
) {
  const document = product ? others[product] : spec;
  const response = document.paths[template][method].responses[status];
  const pointer = [
    'paths',
    template,
    method,
    'responses',
    String(status),
    'content',
    'application/json',
    'schema',
  ]
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const validate = ajv.getSchema(`${product ?? 'twilio'}#/${pointer}`);
  expect(validate, `${method} ${template}`).toBeDefined();
  expect(validate!(body) ? [] : validate!.errors).toEqual([]);
  const schema = response.content['application/json'].schema;
  const known = schema.properties ?? document.components.schemas[schema.$ref.split('/').at(-1)].properties;
  expect(Object.keys(body).filter((name) => !Object.hasOwn(known, name))).toEqual([]);
}

let it: Awaited<ReturnType<typeof openLineUnderTest>>;
beforeEach(async () => {
  it = await openLineUnderTest();
});
afterEach(() => it.close());

test('every answer of the REST API has the shape that Twilio documents', async () => {
  const caller = placeCall(it.line, { from: CALLER, forwardedFrom: '+74957654321' });
  await it.seconds(1);
  const room = caller.participant!.conference.sid;
  const joined = await it.join(room, 'agent_42_1');
  expectDocumented('post', `${ROOT}/Conferences/{ConferenceSid}/Participants.json`, 201, joined.body);
  await it.seconds(3);

  const one = `/Conferences/${room}/Participants/agent_42_1.json`;
  const template = `${ROOT}/Conferences/{ConferenceSid}/Participants/{CallSid}.json`;
  expectDocumented('get', template, 200, (await it.rest('GET', one)).body);
  expectDocumented('post', template, 200, (await it.rest('POST', one, { Muted: 'true' })).body);
  expectDocumented(
    'get',
    `${ROOT}/Conferences/{ConferenceSid}/Participants.json`,
    200,
    (await it.rest('GET', `/Conferences/${room}/Participants.json`)).body,
  );
  expectDocumented(
    'get',
    `${ROOT}/Conferences.json`,
    200,
    (await it.rest('GET', '/Conferences.json', { FriendlyName: 'c_1' })).body,
  );
  expectDocumented(
    'get',
    `${ROOT}/Conferences/{Sid}.json`,
    200,
    (await it.rest('GET', `/Conferences/${room}.json`)).body,
  );
  expectDocumented('get', `${ROOT}/Calls.json`, 200, (await it.rest('GET', '/Calls.json')).body);
  expectDocumented(
    'get',
    `${ROOT}/Calls/{Sid}.json`,
    200,
    (await it.rest('GET', `/Calls/${caller.sid}.json`)).body,
  );

  const created = await it.rest('POST', '/Calls.json', {
    To: 'sip:42@desk.example',
    From: COMPANY,
    Twiml: '<Response><Say>Алло</Say></Response>',
  });
  expect(created.status).toBe(201);
  expectDocumented('post', `${ROOT}/Calls.json`, 201, created.body);
  const ended = await it.rest('POST', `/Calls/${caller.sid}.json`, { Status: 'completed' });
  expectDocumented('post', `${ROOT}/Calls/{Sid}.json`, 200, ended.body);
  expect(ended.body).toMatchObject({ status: 'completed', duration: '4' });
  await it.settled();

  const over = await it.rest('GET', `/Conferences/${room}.json`);
  expectDocumented('get', `${ROOT}/Conferences/{Sid}.json`, 200, over.body);
  expect(over.body).toMatchObject({
    status: 'completed',
    reason_conference_ended: 'participant-with-end-conference-on-exit-left',
    call_sid_ending_conference: caller.sid,
  });
  const closed = await it.rest('POST', `/Conferences/${room}.json`, { Status: 'completed' });
  expectDocumented('post', `${ROOT}/Conferences/{Sid}.json`, 200, closed.body);

  const recordingSid = `RE${'c'.repeat(32)}`;
  it.line.recordings.set(recordingSid, {
    sid: recordingSid,
    callSid: caller.sid,
    startedAt: it.clock.now(),
    seconds: 7,
    readyAt: it.clock.now(),
  });
  const recording = await it.rest('GET', `/Recordings/${recordingSid}.json`);
  expectDocumented('get', `${ROOT}/Recordings/{Sid}.json`, 200, recording.body);
  expect(recording.body).toMatchObject({ duration: '7', source: 'RecordVerb' });

  const numbers = await it.rest('GET', '/IncomingPhoneNumbers.json');
  expectDocumented('get', `${ROOT}/IncomingPhoneNumbers.json`, 200, numbers.body);
  expect(numbers.body.incoming_phone_numbers[0]).toMatchObject({
    phone_number: COMPANY,
    voice_url: `${it.console.url}/api/twilio/voice/inbound#rc=2&rp=ct,rt,5xx&ct=2000&rt=6000&tt=14000`,
  });
  expectDocumented(
    'get',
    `${ROOT}/Applications.json`,
    200,
    (await it.rest('GET', '/Applications.json')).body,
  );
});

test('a recorded call and its recordings have the shape that Twilio documents', async () => {
  const caller = placeCall(it.line, { from: CALLER });
  await it.seconds(1);
  const path = `/Calls/${caller.sid}/Recordings`;
  const list = `${ROOT}/Calls/{CallSid}/Recordings.json`;
  const one = `${ROOT}/Calls/{CallSid}/Recordings/{Sid}.json`;
  const created = await it.rest('POST', `${path}.json`, { RecordingChannels: 'dual' });
  expect(created.status).toBe(201);
  expectDocumented('post', list, 201, created.body);
  for (const Status of ['paused', 'in-progress', 'stopped']) {
    const changed = await it.rest('POST', `${path}/Twilio.CURRENT.json`, { Status });
    expect(changed).toMatchObject({ status: 200, body: { sid: created.body.sid } });
    expectDocumented('post', one, 200, changed.body);
  }
  expectDocumented('get', list, 200, (await it.rest('GET', `${path}.json`)).body);
  expectDocumented('get', one, 200, (await it.rest('GET', `${path}/${created.body.sid}.json`)).body);
});

test.each([[[]], [[...DEFECTS]], [['individual-profile', 'webhooks-failing']]] satisfies Defect[][][])(
  'what is told of the account and its parts has the shape that Twilio documents: %j',
  async (defects) => {
    await it.control('PUT', '/account', { defects: defects.filter((defect) => !SILENT.includes(defect)) });
    const root = `/2010-04-01/Accounts/${ACCOUNT_SID}`;
    const expectRead = async (address: string, template: string, product?: keyof typeof others) => {
      const { status, body } = await it.asOwner(address);
      expect(status, address).toBe(200);
      expectDocumented('get', template, 200, body, product);
    };
    await expectRead(`${root}.json`, '/2010-04-01/Accounts/{Sid}.json');
    for (const resource of ['Applications', 'IncomingPhoneNumbers', 'Keys', 'Notifications'])
      await expectRead(`${root}/${resource}.json`, `${ROOT}/${resource}.json`);
    await expectRead(`${root}/Keys/${API_KEY_SID}.json`, `${ROOT}/Keys/{Sid}.json`);
    await expectRead(`/v1/CustomerProfiles`, '/v1/CustomerProfiles', 'trusthub');

    const [application] = it.line.account.applications;
    const oneApplication = `${ROOT}/Applications/{Sid}.json`;
    await expectRead(`${root}/Applications/${application!.sid}.json`, oneApplication);
    const changed = await it.rest('POST', `/Applications/${application!.sid}.json`, {
      VoiceUrl: 'https://a.example/',
    });
    expectDocumented('post', oneApplication, 200, changed.body);

    const [number] = it.line.numbers;
    const oneNumber = `${ROOT}/IncomingPhoneNumbers/{Sid}.json`;
    await expectRead(`${root}/IncomingPhoneNumbers/${number!.sid}.json`, oneNumber);
    await expectRead(`/v2/PhoneNumbers/${number!.number}`, '/v2/PhoneNumbers/{PhoneNumber}', 'routes');
    const set = await it.rest('POST', `/IncomingPhoneNumbers/${number!.sid}.json`, { VoiceMethod: 'POST' });
    expectDocumented('post', oneNumber, 200, set.body);
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

test('the check itself notices a wrong value', () => {
  const schema = ajv.getSchema('twilio#/components/schemas/api.v2010.account.call')!;
  expect(schema({ status: 'in-progress' })).toBe(true);
  expect(schema({ status: 'talking' })).toBe(false);
  expect(schema({ date_created: '2026-01-12T09:00:00Z' })).toBe(false);
});
