import { eq } from 'drizzle-orm';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import type { Person } from '@/lib/domain/employees/employee';
import type { ChosenPresence } from '@/lib/domain/employees/presence';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { insertTestCompany, type TestName, testPerson } from '@/lib/operations/employees/testing';
import type { TestWorld } from './testing';

const heads: Partial<Record<DepartmentKind, TestName>> = {
  client: 'clara',
  sales: 'polina',
  support: 'sofia',
};

/** The test company with its heads appointed; hours are round the clock unless given. */
export async function hireTestCompany(
  world: TestWorld,
  hours: Partial<Record<DepartmentKind, BusinessHours>> = {},
) {
  await insertTestCompany(world.store, world.now());
  const { departments } = world.store.read.t;
  await world.store.tx(async (db) => {
    for (const [id, headId] of Object.entries(heads)) {
      await db.q.update(departments).set({ headId }).where(eq(departments.id, id));
    }
    for (const [id, kept] of Object.entries(hours)) {
      await db.q.update(departments).set({ hours: kept }).where(eq(departments.id, id));
    }
  });
  return {
    as: (name: TestName, substitutesFor: readonly TestName[] = []): Person =>
      testPerson(name, substitutesFor),
    /** Chooses a state for somebody and keeps their console open and alive at the present moment. */
    async setPresence(employeeId: TestName, chosen: ChosenPresence) {
      const now = world.now();
      await world.store.tx(async (db) => {
        const { presences, liveConnections } = db.t;
        await db.q.delete(presences).where(eq(presences.employeeId, employeeId));
        await db.q.delete(liveConnections).where(eq(liveConnections.employeeId, employeeId));
        await db.q.insert(presences).values({ employeeId, chosen, since: now });
        await db.q.insert(liveConnections).values({
          id: `live-${employeeId}`,
          employeeId,
          sessionId: `session-${employeeId}`,
          openedAt: now,
          lastSeenAt: now,
          browserPhone: 'ready',
        });
      });
    },
  };
}

export type TestCompany = Awaited<ReturnType<typeof hireTestCompany>>;
