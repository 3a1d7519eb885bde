import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabaseCopies } from '@/db/database-copies';
import { hangUp } from '@/scripts/line-simulator/line/hang-up';
import { placeCall } from '@/scripts/line-simulator/line/place-call';
import { knownCallers } from '../company';
import type { HeardEntry, OrderEntry, RequestEntry, WebhookEntry } from '../history';
import { House, hireCompany } from '../house';
import { databaseProblems } from './database';
import { type Evidence, gatherEvidence } from './evidence';
import { finalInvariants } from './invariants';

const copies = createDatabaseCopies({ prepare: hireCompany });
let evidence: Evidence;

/** One answered call with its conversation, one that nobody answers, and one that two people want. */
async function gatherFromThreeCalls(): Promise<Evidence> {
  const house = await House.open(copies, 'sqlite');
  try {
    const { anna, clara } = house.people;
    await anna.comesToWork();
    await clara.comesToWork();
    const call = placeCall(house.line, { from: knownCallers[0] });
    await house.settled();
    const { id } = (await anna.calls())[0]!;
    await Promise.all([anna.change(`/calls/${id}/claim`), clara.change(`/calls/${id}/claim`)]);
    await anna.repeat();
    await house.pass(4);
    const owner = [anna, clara].find(({ phone }) => phone.call !== null)!;
    const events = `/calls/${id}/call-script/events`;
    await owner.change(events, { step: 'greeting', event: { type: 'caller.askedAboutProducts' } });
    await owner.change(`/calls/${id}/hold`);
    await house.pass(2);
    const other = placeCall(house.line, { from: 'anonymous' });
    await house.passQuietly(200);
    for (const each of [call, other]) if (each.endedAt === null) hangUp(house.line, each);
    await house.passQuietly(40);
    return await gatherEvidence(house);
  } finally {
    await house.close();
  }
}

beforeAll(async () => {
  evidence = await gatherFromThreeCalls();
});
afterAll(() => copies.removeAll());

const violatedBy = (found: Evidence) => [
  ...new Set(finalInvariants.flatMap((check) => check(found)).map(({ invariant }) => invariant)),
];

/** The evidence with something planted in a copy of it. */
function planted(plant: (copy: Evidence) => void): Evidence {
  const { asWritten, ...rest } = evidence;
  const copy = { ...structuredClone(rest), asWritten };
  plant(copy);
  return copy;
}

const webhook = ({ history }: Evidence, path: string) =>
  history.find((entry): entry is WebhookEntry => entry.kind === 'webhook' && entry.path.endsWith(path))!;
const claimOf = ({ history }: Evidence) =>
  history.find(
    (entry): entry is RequestEntry =>
      entry.kind === 'request' && /claim$/.test(entry.path) && entry.status === 200,
  )!;

test('what really happened violates nothing', () => {
  expect(finalInvariants.flatMap((check) => check(evidence))).toEqual([]);
});

const plants: [string, string, (copy: Evidence) => void][] = [
  [
    'I1',
    'an acknowledged callback that is not kept',
    ({ facts }) =>
      facts.splice(
        facts.findIndex(({ kind }) => kind === 'employee.joined'),
        1,
      ),
  ],
  ['I1', 'an answered request whose key is not kept', ({ requests }) => requests.splice(0)],
  ['I2', 'a call that is two rows', ({ calls }) => calls.push({ ...calls[0]!, id: 'another' })],
  [
    'I2',
    'a call that is over at the line and open here',
    ({ calls }) => Object.assign(calls[0]!, { endedAt: null, phase: 'talking' }),
  ],
  [
    'I3',
    'a telephone that is rung twice',
    (copy) =>
      copy.history.push({
        ...copy.history.find(
          (entry): entry is OrderEntry => entry.kind === 'order' && entry.path.endsWith('/Participants.json'),
        )!,
      }),
  ],
  [
    'I3',
    'a request that is answered differently when it comes again',
    (copy) => copy.history.push({ ...claimOf(copy), answer: { generation: 1, callId: 'another' } }),
  ],
  [
    'I4',
    'a repeated webhook that hears something else',
    (copy) => copy.history.push({ ...webhook(copy, '/inbound'), body: '<Response><Hangup/></Response>' }),
  ],
  [
    'I5',
    'a claim that two people were given',
    (copy) => copy.history.push({ ...claimOf(copy), person: 'sofia', key: claimOf(copy).key }),
  ],
  [
    'I6',
    'a deadline that fired late',
    ({ deadlines }) =>
      Object.assign(deadlines.find(({ kind, outcome }) => kind === 'waiting' && outcome === 'fired')!, {
        dueAt: 0,
      }),
  ],
  [
    'I6',
    'a deadline that fired early',
    ({ deadlines }) =>
      Object.assign(deadlines.find(({ outcome }) => outcome === 'fired')!, { dueAt: Date.UTC(2030, 0, 1) }),
  ],
  [
    'I7',
    'a console that missed something',
    ({ history }) => history.splice(history.indexOf(history.filter(({ kind }) => kind === 'heard')[3]!), 1),
  ],
  [
    'I7',
    'a console that heard something twice',
    ({ history }) => history.push(history.findLast((entry): entry is HeardEntry => entry.kind === 'heard')!),
  ],
  [
    'I8',
    'a caller who is alone at the line',
    ({ line }) =>
      Object.assign(line.find(({ direction }) => direction === 'inbound')!, {
        endedAt: null,
        status: 'in-progress',
        company: [],
      }),
  ],
  [
    'I8',
    'a command that is never sent',
    ({ commands }) => Object.assign(commands[0]!, { endedAt: null, state: 'pending' }),
  ],
  [
    'I9',
    'a state that its facts do not give',
    ({ calls }) => Object.assign((calls[0]!.snapshot as { context: object }).context, { isMuted: true }),
  ],
  [
    'I9',
    'a conversation that its answers do not give',
    ({ runs }) => Object.assign((runs[0]!.snapshot as { context: object }).context, { purpose: 'complaint' }),
  ],
  [
    'I10',
    'an answer that is no TwiML',
    (copy) => Object.assign(webhook(copy, '/wait'), { body: '<Response><Play>' }),
  ],
  [
    'I10',
    'an answer with a verb the line does not know',
    (copy) => Object.assign(webhook(copy, '/wait'), { body: '<Response><Sing/></Response>' }),
  ],
  [
    'I10',
    'a failure in the log',
    ({ history }) => history.push({ kind: 'process', at: 0, what: 'complained', text: 'TypeError: nothing' }),
  ],
  ['I12', 'something that nobody was told of', ({ webhookEvents }) => webhookEvents.pop()],
  [
    'I12',
    'something that was told twice',
    ({ webhookEvents }) => webhookEvents.push({ ...webhookEvents[0]!, id: 'another' }),
  ],
  ['I12', 'something that is sent to nobody', ({ webhookDeliveries }) => webhookDeliveries.pop()],
];

describe('the checks name', () => {
  test.each(plants)('%s: %s', (invariant, _, plant) => {
    expect(violatedBy(planted(plant))).toContain(invariant);
  });
});

test('the checks name I11: a database file that is damaged', async () => {
  const { store, remove } = await copies.open('sqlite');
  const file = ((await store.read.q.all(sql`pragma database_list`)) as { file: string }[])[0]!.file;
  expect(await databaseProblems(store)).toEqual([]);
  await store.close();
  const bytes = readFileSync(file);
  const page = bytes.lastIndexOf('Кемерово');
  bytes.fill(0xff, page, page + 400);
  writeFileSync(file, bytes);
  const damaged = new Database(file, { readonly: true });
  const problems = await databaseProblems({
    ...store,
    read: { ...store.read, q: drizzle(damaged) as never },
  });
  expect(problems.map(({ invariant }) => invariant)).toContain('I11');
  damaged.close();
  await remove().catch(() => undefined);
});
