import { describe, expect, test } from 'vitest';
import { insertApiToken } from '@/db/api-tokens';
import { getEmployee, updateEmployee } from '@/db/employees';
import { findOpenOneTimeLink } from '@/db/one-time-links';
import { insertSession, listOpenSessions } from '@/db/sessions';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { RepeatedRequest } from '@/lib/operations/context';
import { insertTestCompany, testPeople } from '@/lib/operations/employees/testing';
import { createTestWorld } from '@/lib/operations/testing';
import { changePassword } from './change-password';
import { createOneTimeLink } from './create-one-time-link';
import { endOtherSessions } from './end-other-sessions';
import { listSessions } from './list-sessions';
import { revokeApiTokens } from './revoke-api-tokens';

const oldPassword = 'сорок семь окон';
const newPassword = 'тихий омут у мельницы';

async function open(dialect: Dialect) {
  const world = createTestWorld(await openTestStore(dialect));
  await insertTestCompany(world.store, world.now());
  await world.store.tx(async (db) => {
    await updateEmployee(db, 'anna', { passwordHash: await world.secrets.hashPassword(oldPassword) });
    for (const id of ['desk', 'home']) {
      await insertSession(db, {
        id,
        employeeId: 'anna',
        createdAt: world.now(),
        lastSeenAt: world.now(),
        expiresAt: world.now() + 1_000_000,
      });
    }
  });
  const anna = (request?: { key: string; bodyHash: string }) => world.as(testPeople().anna, request, 'desk');
  return { ...world, people: testPeople(), anna };
}

describe.each(dialects)('a change of password on %s', (dialect) => {
  test('asks for the old one and ends the other sessions, not this one', async () => {
    const { anna, store, secrets, now } = await open(dialect);
    const answer = await changePassword(anna(), { currentPassword: oldPassword, newPassword });
    expect(answer).toEqual({ endedSessions: 1 });
    expect((await listOpenSessions(store.read, 'anna', now())).map((session) => session.id)).toEqual([
      'desk',
    ]);
    const employee = await getEmployee(store.read, 'anna');
    expect(await secrets.isPasswordRight(newPassword, employee!.passwordHash)).toBe(true);
  });

  test('with a wrong old one changes nothing, is refused alike when repeated, and is slowed down', async () => {
    const { anna, pass } = await open(dialect);
    const wrong = { currentPassword: 'не тот пароль', newPassword };
    const request = { key: 'k1', bodyHash: 'h1' };
    const refusal = { code: 'invalid', fields: { currentPassword: 'auth.problems.wrongPassword' } };
    await expect(changePassword(anna(request), wrong)).rejects.toMatchObject(refusal);
    await expect(changePassword(anna(request), wrong)).rejects.toMatchObject(refusal);
    for (let i = 0; i < 4; i++) await changePassword(anna(), wrong).catch(() => undefined);
    const right = { currentPassword: oldPassword, newPassword };
    await expect(changePassword(anna(), right)).rejects.toMatchObject({ code: 'throttled' });
    pass(1000);
    expect(await changePassword(anna(), right)).toEqual({ endedSessions: 1 });
  });

  test('to a weak or the same one is refused at the field', async () => {
    const { anna } = await open(dialect);
    const weak = changePassword(anna(), { currentPassword: oldPassword, newPassword: 'qwerty1234' });
    await expect(weak).rejects.toMatchObject({ fields: { newPassword: 'auth.problems.tooEasy' } });
    const same = changePassword(anna(), { currentPassword: oldPassword, newPassword: oldPassword });
    await expect(same).rejects.toMatchObject({ fields: { newPassword: 'auth.problems.unchanged' } });
  });
});

describe.each(dialects)('a one-time link on %s', (dialect) => {
  test('is told once, kept as a hash, lives 72 hours and makes earlier ones void', async () => {
    const { as, people, store, now, secrets } = await open(dialect);
    const request = { key: 'k1', bodyHash: 'h1' };
    const first = await createOneTimeLink(as(people.alla, request), { employeeId: 'anna' });
    expect(first.expiresAt - now()).toBe(72 * 3_600_000);
    const repeated = await createOneTimeLink(as(people.alla, request), { employeeId: 'anna' }).catch(
      (error: unknown) => error,
    );
    expect(repeated).toBeInstanceOf(RepeatedRequest);
    expect((repeated as RepeatedRequest).result).toEqual({ path: null, expiresAt: first.expiresAt });
    const second = await createOneTimeLink(as(people.alla), { employeeId: 'anna' });
    const find = (path: string | null) =>
      findOpenOneTimeLink(store.read, secrets.hashSecret(path!.replace('/invitation/', '')), now());
    expect(await find(first.path)).toBeNull();
    expect(await find(second.path)).toMatchObject({ employeeId: 'anna', createdBy: 'alla' });
  });

  test('is made by administrators alone, and not for the disabled', async () => {
    const { as, people, store, now } = await open(dialect);
    const byHead = createOneTimeLink(as(people.clara), { employeeId: 'anna' });
    await expect(byHead).rejects.toMatchObject({ code: 'forbidden' });
    await store.tx((db) => updateEmployee(db, 'anna', { disabledAt: now() }));
    const forDisabled = createOneTimeLink(as(people.alla), { employeeId: 'anna' });
    await expect(forDisabled).rejects.toMatchObject({ code: 'notPossibleNow' });
  });
});

describe.each(dialects)('sessions and tokens on %s', (dialect) => {
  test('a person sees where they are signed in and ends the rest', async () => {
    const { anna } = await open(dialect);
    const { rows } = await listSessions(anna());
    expect(rows.map(({ id, isThis }) => ({ id, isThis }))).toEqual([
      { id: 'home', isThis: false },
      { id: 'desk', isThis: true },
    ]);
    expect(await endOtherSessions(anna())).toEqual({ endedSessions: 1 });
    expect(await endOtherSessions(anna())).toEqual({ endedSessions: 0 });
    expect((await listSessions(anna())).rows.map(({ id }) => id)).toEqual(['desk']);
  });

  test('an administrator revokes every token of a person, once', async () => {
    const { as, people, store, now } = await open(dialect);
    await store.tx((db) =>
      insertApiToken(db, { id: 't1', tokenHash: 'h', employeeId: 'anna', label: 'CRM', createdAt: now() }),
    );
    const byAnna = revokeApiTokens(as(people.anna), { employeeId: 'anna' });
    await expect(byAnna).rejects.toMatchObject({ code: 'forbidden' });
    expect(await revokeApiTokens(as(people.alla), { employeeId: 'anna' })).toEqual({ revoked: 1 });
    expect(await revokeApiTokens(as(people.alla), { employeeId: 'anna' })).toEqual({ revoked: 0 });
  });
});
