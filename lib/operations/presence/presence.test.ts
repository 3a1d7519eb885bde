import { describe, expect, test } from 'vitest';
import { listChanges } from '@/db/changes';
import { getEmployee, updateEmployee } from '@/db/employees';
import { getFeedCursor, listFeedAfter } from '@/db/feed';
import { getPresenceForUpdate, updatePresence } from '@/db/presences';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { loadPerson } from '@/lib/auth/person';
import type { Person } from '@/lib/domain/employees/employee';
import { type BrowserPhone, isOutOfReach } from '@/lib/domain/employees/presence';
import { holdCaller } from '@/lib/operations/calls/hold-caller';
import { resumeCaller } from '@/lib/operations/calls/resume-caller';
import { insertTestCompany, testPeople } from '@/lib/operations/employees/testing';
import { choosePresence } from '@/lib/operations/presence/choose-presence';
import { choosePresenceForOther } from '@/lib/operations/presence/choose-presence-for-other';
import { createTestWorld } from '@/lib/operations/testing';
import { openLine } from '@/tests/call-driver';
import { closeLiveConnection } from './close-live-connection';
import { dropSilentConnections } from './drop-silent-connections';
import { isLiveConnectionOpen } from './is-live-connection-open';
import { listPresence } from './list-presence';
import { openLiveConnection } from './open-live-connection';
import { takeHeartbeat } from './take-heartbeat';

const available = { chosen: 'available', absentUntil: null } as const;

async function open(dialect: Dialect) {
  const world = createTestWorld(await openTestStore(dialect));
  await insertTestCompany(world.store, world.now());
  await world.store.tx(async (db) => {
    for (const name of ['anna', 'boris']) await updateEmployee(db, name, { phone: '+12025550100' });
  });
  const of = async (person: Person, employeeId: string) => {
    const { rows } = await listPresence(world.as(person), {});
    return rows.find((row) => row.employeeId === employeeId)!;
  };
  const beat = (person: Person, connectionId: string, browserPhone: BrowserPhone = 'off') =>
    takeHeartbeat(world.as(person), { connectionId, browserPhone });
  const drop = ({ raisesAlarm = true } = {}) => dropSilentConnections(world.as(null), { raisesAlarm });
  /** A console falls silent for long enough; returns when it was heard of last. */
  const freezes = async (person: Person, meanwhile: () => Promise<unknown> = async () => undefined) => {
    await openLiveConnection(world.as(person), { sessionId: 's1' });
    const from = world.now();
    world.pass(26_000);
    await meanwhile();
    expect(await drop()).toBe(1);
    return from;
  };
  return { ...world, people: testPeople(), of, beat, drop, freezes };
}

describe.each(dialects)('presence on %s', (dialect) => {
  test('a person is available when they say so and their console is alive', async () => {
    const { as, people, of, pass, now, beat } = await open(dialect);
    await choosePresence(as(people.anna), available);
    expect(await of(people.boris, 'anna')).toMatchObject({
      chosen: 'available',
      derived: 'unreachable',
      unreachable: 'noConsole',
      isAvailable: false,
    });
    const { id } = await openLiveConnection(as(people.anna), { sessionId: 's1' });
    expect(await of(people.boris, 'anna')).toMatchObject({ derived: 'idle', isAvailable: true });
    pass(20_000);
    expect(await beat(people.anna, id)).toEqual({ now: now() });
    pass(20_000);
    expect(await of(people.boris, 'anna')).toMatchObject({ isAvailable: true });
    pass(25_000);
    expect(await of(people.boris, 'anna')).toMatchObject({ derived: 'unreachable', isAvailable: false });
  });

  test('time in state goes on when the same state is chosen again', async () => {
    const { as, people, of, pass, now } = await open(dialect);
    const began = now();
    await choosePresence(as(people.anna), available);
    pass(60_000);
    await choosePresence(as(people.anna), available);
    expect((await of(people.anna, 'anna')).since).toBe(began);
    await choosePresence(as(people.anna), { chosen: 'lunch', absentUntil: null });
    expect((await of(people.anna, 'anna')).since).toBe(began + 60_000);
  });

  test('a person rings, talks or holds since the call rang, was taken, or the caller hears music', async () => {
    const line = await openLine(dialect);
    const { world, company } = line;
    const since = async () => {
      const { rows } = await listPresence(world.as(company.as('boris')), {});
      const { derived, since } = rows.find((row) => row.employeeId === 'anna')!;
      return { derived, since };
    };
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    const rang = world.now();
    world.pass(5_000);
    expect(await since()).toEqual({ derived: 'ringing', since: rang });
    await call.answers('anna');
    const taken = world.now();
    world.pass(5_000);
    expect(await since()).toEqual({ derived: 'talking', since: taken });
    await call.does('anna', holdCaller);
    const held = world.now();
    world.pass(5_000);
    expect(await since()).toEqual({ derived: 'held', since: held });
    await call.does('anna', resumeCaller);
    expect(await since()).toEqual({ derived: 'talking', since: taken });
  });

  test('one of two consoles may close; listeners hear only of coming and going', async () => {
    const { as, people, of, store } = await open(dialect);
    await choosePresence(as(people.anna), available);
    const cursor = await getFeedCursor(store.read);
    const first = await openLiveConnection(as(people.anna), { sessionId: 's1' });
    const second = await openLiveConnection(as(people.anna), { sessionId: 's1' });
    await closeLiveConnection(as(null), first);
    expect(await of(people.boris, 'anna')).toMatchObject({ isAvailable: true });
    await closeLiveConnection(as(null), second);
    await closeLiveConnection(as(null), second);
    expect(await of(people.boris, 'anna')).toMatchObject({ derived: 'unreachable' });
    expect((await listFeedAfter(store.read, cursor)).map((row) => row.noun)).toEqual([
      'presence',
      'presence',
    ]);
  });

  test('a console that died is given up, and its late heartbeat is told so', async () => {
    const { as, people, pass, beat, drop } = await open(dialect);
    const { id } = await openLiveConnection(as(people.anna), { sessionId: 's1' });
    expect(await isLiveConnectionOpen(as(null), { id })).toBe(true);
    expect(await drop()).toBe(0);
    pass(26_000);
    expect(await drop()).toBe(1);
    expect(await isLiveConnectionOpen(as(null), { id })).toBe(false);
    await expect(beat(people.anna, id)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('nobody keeps another person’s console alive', async () => {
    const { as, people, of, pass, beat } = await open(dialect);
    await choosePresence(as(people.anna), available);
    const { id } = await openLiveConnection(as(people.anna), { sessionId: 's1' });
    pass(20_000);
    await expect(beat(people.boris, id)).rejects.toMatchObject({ code: 'notFound' });
    pass(10_000);
    expect(await of(people.boris, 'anna')).toMatchObject({ derived: 'unreachable' });
  });

  test('an available person whose only console froze is known by it, to others and, once back, to themselves', async () => {
    const { as, people, of, pass, now, drop, freezes } = await open(dialect);
    await choosePresence(as(people.anna), available);
    const from = await freezes(people.anna);
    expect(await of(people.clara, 'anna')).toMatchObject({
      derived: 'unreachable',
      unreachable: 'frozen',
      since: from,
      silence: { from, until: null },
      isAvailable: false,
    });
    pass(60_000);
    await openLiveConnection(as(people.anna), { sessionId: 's1' });
    const until = now();
    await openLiveConnection(as(people.anna), { sessionId: 's1' });
    expect(await of(people.anna, 'anna')).toMatchObject({
      derived: 'idle',
      unreachable: null,
      silence: { from, until },
      isAvailable: true,
    });
    await choosePresence(as(people.anna), available);
    expect(await of(people.anna, 'anna')).toMatchObject({ silence: null });
    expect(await drop()).toBe(0);
  });

  test('no alarm is raised by who is on a break, has another console, closes theirs, or while we were silent', async () => {
    const { as, people, of, beat, freezes, pass, drop } = await open(dialect);
    await choosePresence(as(people.anna), { chosen: 'break', absentUntil: null });
    await freezes(people.anna);
    await choosePresence(as(people.boris), available);
    const other = await openLiveConnection(as(people.boris), { sessionId: 's1' });
    await freezes(people.boris, () => beat(people.boris, other.id));
    await choosePresence(as(people.pavel), available);
    const closed = await openLiveConnection(as(people.pavel), { sessionId: 's1' });
    await closeLiveConnection(as(null), closed);
    await choosePresence(as(people.polina), available);
    await openLiveConnection(as(people.polina), { sessionId: 's1' });
    pass(26_000);
    await beat(people.boris, other.id);
    expect(await drop({ raisesAlarm: false })).toBe(1);
    for (const name of ['anna', 'boris', 'pavel', 'polina']) {
      expect(await of(people.clara, name)).toMatchObject({ silence: null });
    }
    expect(await of(people.clara, 'anna')).toMatchObject({ unreachable: 'noConsole' });
    expect(await of(people.clara, 'boris')).toMatchObject({ derived: 'idle', isAvailable: true });
  });

  test.each([
    ['off', 'unreachable', 'shiftNotStarted'],
    ['noLine', 'unreachable', 'noLine'],
    ['ready', 'idle', null],
  ] as const)(
    'whose telephone is the browser and %s there is %s: %s',
    async (browserPhone, derived, unreachable) => {
      const { as, people, of, beat, store } = await open(dialect);
      await store.tx((db) => updateEmployee(db, 'anna', { phoneKind: 'browser', phone: null }));
      await choosePresence(as(people.anna), available);
      const { id } = await openLiveConnection(as(people.anna), { sessionId: 's1' });
      expect(await of(people.boris, 'anna')).toMatchObject({ unreachable: 'shiftNotStarted' });
      await beat(people.anna, id, browserPhone);
      const isAvailable = derived === 'idle';
      expect(await of(people.boris, 'anna')).toMatchObject({ derived, unreachable, isAvailable });
      await openLiveConnection(as(people.anna), { sessionId: 's1' });
      expect(await of(people.boris, 'anna')).toMatchObject({ derived, unreachable, isAvailable });
    },
  );

  test('a telephone that is switched on or off in the browser is news, a heartbeat alone is none', async () => {
    const { as, people, beat, store } = await open(dialect);
    const { id } = await openLiveConnection(as(people.anna), { sessionId: 's1' });
    const cursor = await getFeedCursor(store.read);
    for (const phone of ['off', 'ready', 'ready', 'off'] as const) await beat(people.anna, id, phone);
    expect((await listFeedAfter(store.read, cursor)).map((row) => row.noun)).toEqual([
      'presence',
      'presence',
    ]);
  });

  test('an available person is out of reach from when no call could ring there, whatever keeps it from ringing', async () => {
    const { as, people, of, beat, pass, now, store, drop } = await open(dialect);
    const state = async () => {
      const view = await of(people.clara, 'anna');
      return { why: view.unreachable, since: view.since, isTold: isOutOfReach(view, now()) };
    };
    await store.tx((db) => updateEmployee(db, 'anna', { phoneKind: 'browser', phone: null }));
    await choosePresence(as(people.anna), available);
    const chose = now();
    pass(59_999);
    expect(await state()).toEqual({ why: 'noConsole', since: chose, isTold: false });
    pass(1);
    expect(await state()).toEqual({ why: 'noConsole', since: chose, isTold: true });
    const { id } = await openLiveConnection(as(people.anna), { sessionId: 's1' });
    expect(await state()).toEqual({ why: 'shiftNotStarted', since: chose, isTold: true });
    await beat(people.anna, id, 'ready');
    expect(await state()).toEqual({ why: null, since: chose, isTold: false });
    pass(10_000);
    await beat(people.anna, id, 'noLine');
    const lost = now();
    pass(20_000);
    await beat(people.anna, id, 'noLine');
    expect(await state()).toEqual({ why: 'noLine', since: lost, isTold: false });
    await beat(people.anna, id, 'ready');
    await closeLiveConnection(as(null), { id });
    const closed = now();
    pass(30_000);
    await choosePresence(as(people.anna), available);
    expect(await state()).toEqual({ why: 'noConsole', since: closed, isTold: false });
    await openLiveConnection(as(people.anna), { sessionId: 's1' });
    pass(26_000);
    await drop({ raisesAlarm: false });
    expect(await state()).toEqual({ why: 'noConsole', since: closed, isTold: false });
    pass(60_000);
    expect((await state()).isTold).toBe(true);
    await choosePresenceForOther(as(people.clara), {
      employeeId: 'anna',
      chosen: 'offline',
      absentUntil: null,
    });
    expect((await state()).isTold).toBe(false);
  });

  test('nobody is told of a person who was set available before they ever were here', async () => {
    const { people, of, pass, now, store } = await open(dialect);
    await store.tx(async (db) => {
      await getPresenceForUpdate(db, 'anna', now());
      await updatePresence(db, 'anna', { chosen: 'available' });
    });
    const since = now();
    pass(120_000);
    expect(await of(people.clara, 'anna')).toMatchObject({
      unreachable: 'noConsole',
      since,
      outOfReachSince: null,
    });
  });

  test('a tab whose telephone is on closes beside another without one: from then on nobody can be rung there', async () => {
    const { as, people, of, beat, pass, now, store } = await open(dialect);
    await store.tx((db) => updateEmployee(db, 'anna', { phoneKind: 'browser', phone: null }));
    await choosePresence(as(people.anna), available);
    const withPhone = await openLiveConnection(as(people.anna), { sessionId: 's1' });
    await openLiveConnection(as(people.anna), { sessionId: 's1' });
    await beat(people.anna, withPhone.id, 'ready');
    pass(5_000);
    const cursor = await getFeedCursor(store.read);
    await closeLiveConnection(as(null), withPhone);
    expect(await of(people.clara, 'anna')).toMatchObject({ unreachable: 'shiftNotStarted', since: now() });
    expect((await listFeedAfter(store.read, cursor)).map((row) => row.noun)).toEqual(['presence']);
  });

  test('who has no phone is offered no call, and nobody is told that they could be', async () => {
    const { as, people, of, store } = await open(dialect);
    await store.tx((db) => updateEmployee(db, 'anna', { phone: null }));
    await choosePresence(as(people.anna), available);
    await openLiveConnection(as(people.anna), { sessionId: 's1' });
    expect(await of(people.clara, 'anna')).toMatchObject({ derived: 'idle', isAvailable: false });
  });

  test('while a person is absent their substitute has their rights, until the day they are back (CS-9)', async () => {
    const { as, people, store, now, pass } = await open(dialect);
    const back = now() + 3 * 86_400_000;
    await choosePresence(as(people.anna), { chosen: 'absent', absentUntil: back, substituteId: 'boris' });
    expect((await loadPerson(store.read, 'boris', now()))?.substitutesFor).toEqual(['anna']);
    expect((await loadPerson(store.read, 'clara', now()))?.substitutesFor).toEqual([]);
    pass(3 * 86_400_000);
    expect((await loadPerson(store.read, 'boris', now()))?.substitutesFor).toEqual([]);
  });

  test('an absence that is over leaves the person offline, not available', async () => {
    const { as, people, of, now, pass } = await open(dialect);
    await choosePresence(as(people.anna), { chosen: 'absent', absentUntil: now() + 1000 });
    expect(await of(people.boris, 'anna')).toMatchObject({ chosen: 'absent', absentUntil: now() + 1000 });
    pass(1000);
    expect(await of(people.boris, 'anna')).toMatchObject({ chosen: 'offline', absentUntil: null });
  });

  test('a head changes the presence of their own people, and it is written down', async () => {
    const { as, people, of, store } = await open(dialect);
    const lunch = { chosen: 'lunch', absentUntil: null } as const;
    await choosePresenceForOther(as(people.clara), { employeeId: 'anna', ...lunch });
    expect(await of(people.anna, 'anna')).toMatchObject({ chosen: 'lunch' });
    const [change] = await listChanges(store.read, 'presence', 'anna');
    expect(change).toMatchObject({
      employeeId: 'clara',
      fields: { chosen: { from: 'offline', to: 'lunch' } },
    });
    for (const person of [people.boris, people.polina, people.alla]) {
      const act = choosePresenceForOther(as(person), { employeeId: 'anna', ...available });
      await expect(act).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  test('an absence in the past and a substitute who is oneself are refused at their fields', async () => {
    const { as, people, now, store } = await open(dialect);
    const past = choosePresence(as(people.anna), { chosen: 'absent', absentUntil: now() });
    await expect(past).rejects.toMatchObject({ fields: { absentUntil: 'inThePast' } });
    const oneself = choosePresence(as(people.anna), {
      chosen: 'absent',
      absentUntil: null,
      substituteId: 'anna',
    });
    await expect(oneself).rejects.toMatchObject({ fields: { substituteId: 'notAChoice' } });
    expect((await getEmployee(store.read, 'anna'))?.substituteId).toBeNull();
  });
});
