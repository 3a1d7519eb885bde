import { asc, eq } from 'drizzle-orm';
import { locked } from './lock';
import type { Db } from './store';

export type ProjectRow = Db['t']['projects']['$inferSelect'];

export async function insertProject(db: Db, row: Db['t']['projects']['$inferInsert']): Promise<void> {
  await db.q.insert(db.t.projects).values(row);
}

export async function getProject(db: Db, id: string): Promise<ProjectRow | null> {
  const [row] = await db.q.select().from(db.t.projects).where(eq(db.t.projects.id, id));
  return row ?? null;
}

/** The row, locked until the transaction ends. */
export async function getProjectForUpdate(db: Db, id: string): Promise<ProjectRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.projects).where(eq(db.t.projects.id, id)));
  return row ?? null;
}

/** By name, the disabled ones too. */
export async function listProjects(db: Db): Promise<ProjectRow[]> {
  const t = db.t.projects;
  return db.q.select().from(t).orderBy(asc(t.sortKey), asc(t.id));
}

export async function updateProject(
  db: Db,
  id: string,
  values: Partial<Omit<ProjectRow, 'id'>>,
): Promise<void> {
  await db.q.update(db.t.projects).set(values).where(eq(db.t.projects.id, id));
}
