import { describe, expect, test } from 'vitest';
import { dialects, openTestStore } from '@/db/testing';
import { RepeatedRequest } from '@/lib/operations/context';
import { insertTestCompany, testPerson } from '@/lib/operations/employees/testing';
import { createTestWorld } from '@/lib/operations/testing';
import { createPhoneToken } from './create-phone-token';

const parts = {
  sign: (identity: string, ttlSeconds: number) => `signed ${identity} for ${ttlSeconds}`,
  standIn: '127.0.0.1:3001',
};

async function open(dialect: (typeof dialects)[number]) {
  const world = createTestWorld(await openTestStore(dialect));
  await insertTestCompany(world.store, world.now());
  return world;
}

describe.each(dialects)('the token of a browser phone on %s', (dialect) => {
  test('is the signed-in person’s alone and lasts an hour', async () => {
    const world = await open(dialect);
    expect(await createPhoneToken(world.as(testPerson('anna')), parts)).toEqual({
      token: 'signed agent_anna for 3600',
      identity: 'agent_anna',
      expiresAt: world.now() + 3_600_000,
      standIn: '127.0.0.1:3001',
    });
    await expect(createPhoneToken(world.as(null), parts)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  test('is told once: the request sent again is answered without it', async () => {
    const world = await open(dialect);
    const context = () => world.as(testPerson('anna'), { key: 'k', bodyHash: 'b' });
    await createPhoneToken(context(), parts);
    const again = await createPhoneToken(context(), parts).catch((error: unknown) => error);
    expect(again).toBeInstanceOf(RepeatedRequest);
    expect((again as RepeatedRequest).result).toMatchObject({ token: null, identity: 'agent_anna' });
  });

  test('asked for sixty times in a row has to wait, each person by themselves', async () => {
    const world = await open(dialect);
    const anna = () => createPhoneToken(world.as(testPerson('anna')), parts);
    for (let asked = 0; asked < 61; asked += 1) await anna();
    await expect(anna()).rejects.toMatchObject({ code: 'throttled', details: { waitMs: 1000 } });
    await createPhoneToken(world.as(testPerson('boris')), parts);
    world.pass(1000);
    await anna();
    world.pass(3_600_000);
    for (let asked = 0; asked < 60; asked += 1) await anna();
  });
});
