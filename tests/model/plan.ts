import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { updateSetting } from '@/db/settings';
import { ringOrders } from '@/lib/domain/employees/call-handling';
import type { Model } from './commands/model';
import { workers } from './company';
import type { House } from './house';

/** How a house stands when a run begins: who is at work, and how its client department wants to be rung. */
export const plan = fc.record({
  atWork: fc.subarray([...workers], { minLength: 2 }),
  ringOrder: fc.constantFrom(...ringOrders),
  takesMessages: fc.boolean(),
  tellsPosition: fc.boolean(),
  afterCallSeconds: fc.constantFrom(0, 0, 20),
});

export type Plan = typeof plan extends fc.Arbitrary<infer Of> ? Of : never;

export async function setUp(
  house: House,
  model: Model,
  { atWork, afterCallSeconds, ...wishes }: Plan,
): Promise<void> {
  await house.store.tx(async (db) => {
    await db.q.update(db.t.departments).set(wishes).where(eq(db.t.departments.id, 'client'));
    await updateSetting(db, {
      key: 'times',
      value: { afterCallSeconds },
      updatedAt: house.clock.now(),
      updatedBy: null,
    });
  });
  for (const name of atWork) {
    model.consoles[name] = 'open';
    await house.people[name].comesToWork();
  }
}
