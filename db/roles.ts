import { asc, eq, inArray, sql } from 'drizzle-orm';
import { execute } from './execute';
import { locked } from './lock';
import type { Db } from './store';

export type RoleRow = Db['t']['roles']['$inferSelect'];

/** The roles that were changed or added, the oldest first. */
export async function listRoles(db: Db): Promise<RoleRow[]> {
  const t = db.t.roles;
  return db.q.select().from(t).orderBy(asc(t.createdAt), asc(t.id));
}

export async function listRolesByIds(db: Db, ids: readonly string[]): Promise<RoleRow[]> {
  if (ids.length === 0) return [];
  return db.q
    .select()
    .from(db.t.roles)
    .where(inArray(db.t.roles.id, [...ids]))
    .orderBy(asc(db.t.roles.id));
}

/** The row, locked until the transaction ends. */
export async function getRoleForUpdate(db: Db, id: string): Promise<RoleRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.roles).where(eq(db.t.roles.id, id)));
  return row ?? null;
}

export async function insertRole(db: Db, row: RoleRow): Promise<void> {
  await db.q.insert(db.t.roles).values(row);
}

export async function updateRole(db: Db, id: string, values: Partial<Omit<RoleRow, 'id'>>): Promise<void> {
  await db.q.update(db.t.roles).set(values).where(eq(db.t.roles.id, id));
}

/** Any number that no other lock has. */
const rightsLock = 727_002;

/** Whoever changes what somebody may do waits here for whoever does so too. SQLite has one writer anyway. */
export async function lockRights(db: Db): Promise<void> {
  if (db.dialect === 'postgres') await execute(db, sql`select pg_advisory_xact_lock(${rightsLock})`);
}
