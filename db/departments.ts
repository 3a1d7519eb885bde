import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { locked } from './lock';
import { prepared } from './prepared';
import type { Db } from './store';

export type DepartmentRow = Db['t']['departments']['$inferSelect'];
export type NewDepartment = Db['t']['departments']['$inferInsert'];

export async function getDepartment(db: Db, id: string): Promise<DepartmentRow | null> {
  const { departments } = db.t;
  const select = prepared(db, 'getDepartment', () =>
    db.q
      .select()
      .from(departments)
      .where(eq(departments.id, sql.placeholder('id'))),
  );
  const [row] = await select.execute({ id });
  return row ?? null;
}

/** The working department of that kind; the oldest, where there are several. */
export async function getDepartmentByKind(db: Db, kind: DepartmentKind): Promise<DepartmentRow | null> {
  const departments = db.t.departments;
  const select = prepared(db, 'getDepartmentByKind', () =>
    db.q
      .select()
      .from(departments)
      .where(and(eq(departments.kind, sql.placeholder('kind')), isNull(departments.disabledAt)))
      .orderBy(asc(departments.createdAt)),
  );
  const [row] = await select.execute({ kind });
  return row ?? null;
}

export async function listDepartments(db: Db): Promise<DepartmentRow[]> {
  const { departments } = db.t;
  return prepared(db, 'listDepartments', () =>
    db.q.select().from(departments).orderBy(asc(departments.createdAt)),
  ).execute();
}

export async function insertDepartment(db: Db, row: NewDepartment): Promise<void> {
  await db.q.insert(db.t.departments).values(row);
}

/** The row, locked until the transaction ends. */
export async function getDepartmentForUpdate(db: Db, id: string): Promise<DepartmentRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.departments).where(eq(db.t.departments.id, id)));
  return row ?? null;
}

/** Changes the given fields; whoever read the row before has an older version than it has now. */
export async function updateDepartment(
  db: Db,
  id: string,
  values: Partial<Omit<DepartmentRow, 'id' | 'kind' | 'version'>>,
): Promise<void> {
  const { departments } = db.t;
  await db.q
    .update(departments)
    .set({ ...values, version: sql`${departments.version} + 1` })
    .where(eq(departments.id, id));
}
