import { expect, test } from 'vitest';
import { updateOffersEnded } from '@/db/call-offers';
import { getCallForUpdate } from '@/db/calls';
import { withdrawDeadlinesOfKinds } from '@/db/deadlines';
import { somebodyWaits } from '@/db/testing';
import { openLine } from '@/tests/call-driver';
import { fireDueDeadlines } from './sweep';

test('on PostgreSQL a sweep and a change of the same call wait for each other, never for good', async () => {
  const line = await openLine('postgres');
  await line.available('anna');
  const call = await line.callerCalls();
  await call.callerJoins();
  line.world.pass(30_000);
  const isLocked = Promise.withResolvers<void>();
  let attempts = 0;
  const changing = line.store.tx(async (db) => {
    attempts += 1;
    await getCallForUpdate(db, call.callId);
    isLocked.resolve();
    await somebodyWaits(line.store);
    await withdrawDeadlinesOfKinds(db, ['offer'], call.callId, line.world.now());
  });
  await isLocked.promise;
  const [fired] = await Promise.all([fireDueDeadlines(line.system()), changing]);
  expect({ fired, attempts }).toEqual({ fired: 0, attempts: 1 });
});

test('on PostgreSQL a claim that meets the end of its offer is refused', async () => {
  const line = await openLine('postgres');
  await line.available('anna');
  const call = await line.callerCalls();
  await call.callerJoins();
  const isLocked = Promise.withResolvers<void>();
  const ending = line.store.tx(async (db) => {
    await getCallForUpdate(db, call.callId);
    isLocked.resolve();
    await somebodyWaits(line.store);
    await updateOffersEnded(db, call.callId, { endedAt: line.world.now(), outcome: 'lapsed' });
  });
  await isLocked.promise;
  const [claim] = await Promise.allSettled([call.claims('anna'), ending]);
  expect(claim).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } });
  expect(await call.row()).toMatchObject({ phase: 'ringing', claimedBy: null });
});
