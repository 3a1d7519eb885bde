import { describe, expect, test } from 'vitest';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { personOfToken } from '@/lib/auth/bearer';
import { hashSecret, newApiToken } from '@/lib/auth/secrets';
import type { UsedToken } from '@/lib/domain/employees/token-life';
import { createContext } from '@/lib/operations/context';
import { disableEmployee } from '@/lib/operations/employees/disable-employee';
import { insertTestCompany, type TestName, testPeople } from '@/lib/operations/employees/testing';
import { listChanges } from '@/lib/operations/settings/list-changes';
import { createTestWorld } from '@/lib/operations/testing';
import { createOwnApiToken } from './create-own-api-token';
import { listApiTokens, listOwnApiTokens } from './list-api-tokens';
import { revokeApiToken } from './revoke-api-token';

const dayMs = 86_400_000;
const wanted = { label: 'CRM', scope: 'change', days: 30 } as const;

async function open(dialect: Dialect) {
  const world = createTestWorld(await openTestStore(dialect));
  const { store, now, newId } = world;
  await insertTestCompany(store, now());
  const people = testPeople();
  const secrets = { ...world.secrets, hashSecret, newApiToken };
  const as = (
    name: TestName,
    more: { token?: UsedToken; request?: { key: string; bodyHash: string } } = {},
  ) => createContext({ store, person: people[name], now, newId, secrets, ...more });
  return { ...world, as, find: (token: string) => personOfToken(store, token, now()) };
}

describe.each(dialects)('an API token of one’s own on %s', (dialect) => {
  test('is told once, though the request is sent again, and kept as a hash', async () => {
    const { as, store, now } = await open(dialect);
    const request = { key: 'K1', bodyHash: 'hash' };
    const { token, id, expiresAt } = await createOwnApiToken(as('anna', { request }), wanted);
    expect(token).toMatch(/^cb_[\w-]{43}$/);
    expect(expiresAt).toBe(now() + 30 * dayMs);
    const again = createOwnApiToken(as('anna', { request }), wanted);
    await expect(again).rejects.toMatchObject({ result: { id, token: null, expiresAt } });
    const kept = JSON.stringify(await store.read.q.select().from(store.read.t.apiTokens));
    expect(kept).not.toContain(token);
    expect(kept).toContain(hashSecret(token!));
  });

  test('is listed to its person, and with everybody’s to an administrator, until it is revoked', async () => {
    const { as, pass } = await open(dialect);
    await createOwnApiToken(as('anna'), { ...wanted, label: 'отчёт', scope: 'read' });
    pass(1);
    const { id } = await createOwnApiToken(as('boris'), wanted);
    expect((await listOwnApiTokens(as('anna'))).rows).toMatchObject([
      { label: 'отчёт', scope: 'read', lastUsedAt: null, isExpired: false },
    ]);
    const first = await listApiTokens(as('alla'), { limit: 1 });
    expect(first.rows).toMatchObject([{ id, employeeName: 'Белов Борис' }]);
    const second = await listApiTokens(as('alla'), { limit: 1, after: first.next! });
    expect(second.rows).toMatchObject([{ label: 'отчёт', employeeName: 'Сидорова Анна' }]);
    await expect(listApiTokens(as('gleb'), { limit: 1 })).rejects.toMatchObject({ code: 'forbidden' });
    const foreign = revokeApiToken(as('anna'), { apiTokenId: id });
    await expect(foreign).rejects.toMatchObject({ code: 'notFound' });
    await revokeApiToken(as('alla'), { apiTokenId: id });
    await revokeApiToken(as('boris'), { apiTokenId: id });
    expect((await listApiTokens(as('alla'), { limit: 9 })).rows).toHaveLength(1);
    const { rows } = await listChanges(as('alla'), { noun: 'employee', nounId: 'boris', limit: 9 });
    expect(rows.map(({ employeeId, fields }) => [employeeId, fields.apiToken])).toEqual([
      ['alla', { from: 'CRM', to: null }],
      ['boris', { from: null, to: 'CRM' }],
    ]);
  });

  test('lets in until it expires, is revoked, or its person is disabled', async () => {
    const { as, find, pass } = await open(dialect);
    const { token: short } = await createOwnApiToken(as('anna'), { ...wanted, days: 7 });
    const { token, id } = await createOwnApiToken(as('anna'), wanted);
    const { token: other } = await createOwnApiToken(as('boris'), wanted);
    expect(await find(short!)).toMatchObject({ person: { id: 'anna' }, token: { scope: 'change' } });
    pass(7 * dayMs - 1);
    expect(await find(short!)).not.toBeNull();
    pass(1);
    expect(await find(short!)).toBeNull();
    expect((await listOwnApiTokens(as('anna'))).rows.map(({ isExpired }) => isExpired).toSorted()).toEqual([
      ...[false, true],
    ]);
    await revokeApiToken(as('anna'), { apiTokenId: id });
    expect(await find(token!)).toBeNull();
    await disableEmployee(as('alla'), { employeeId: 'boris', successorId: null, reason: 'уволен' });
    expect(await find(other!)).toBeNull();
  });

  test('says when it was used last, to within a minute', async () => {
    const { as, find, now, pass } = await open(dialect);
    const { token } = await createOwnApiToken(as('anna'), wanted);
    const used = async () => (await listOwnApiTokens(as('anna'))).rows[0]!.lastUsedAt;
    const first = now();
    await find(token!);
    pass(59_000);
    await find(token!);
    expect(await used()).toBe(first);
    pass(1_000);
    await find(token!);
    expect(await used()).toBe(first + 60_000);
  });

  test('does not outlive the token it was made with, and what is done with a token is known by its name', async () => {
    const { as, now } = await open(dialect);
    const made = await createOwnApiToken(as('anna'), { ...wanted, days: 7 });
    const token: UsedToken = { id: made.id, scope: 'change', expiresAt: made.expiresAt };
    const next = await createOwnApiToken(as('anna', { token }), { ...wanted, label: 'вторая', days: 365 });
    expect(next.expiresAt).toBe(now() + 7 * dayMs);
    const { rows } = await listChanges(as('alla'), { noun: 'employee', nounId: 'anna', limit: 9 });
    expect(rows.map(({ tokenLabel }) => tokenLabel).toSorted()).toEqual(['CRM', null]);
  });

  test('is one of fifty at most', async () => {
    const { as } = await open(dialect);
    for (let made = 0; made < 50; made += 1) await createOwnApiToken(as('anna'), wanted);
    const more = createOwnApiToken(as('anna'), wanted);
    await expect(more).rejects.toMatchObject({ fields: { label: 'tooMany' } });
  });
});
