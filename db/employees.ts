import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { inTimeOrder } from './in-time-order';
import { locked } from './lock';
import { prepared } from './prepared';
import type { Db } from './store';

export type EmployeeRow = Db['t']['employees']['$inferSelect'];

export async function getEmployee(db: Db, id: string): Promise<EmployeeRow | null> {
  const { employees } = db.t;
  const select = prepared(db, 'getEmployee', () =>
    db.q
      .select()
      .from(employees)
      .where(eq(employees.id, sql.placeholder('id'))),
  );
  const [row] = await select.execute({ id });
  return row ?? null;
}

export async function listEmployeesByIds(db: Db, ids: readonly string[]): Promise<EmployeeRow[]> {
  if (ids.length === 0) return [];
  return db.q
    .select()
    .from(db.t.employees)
    .where(inArray(db.t.employees.id, [...ids]));
}

/** Everyone who is not disabled, of one department or of all, in the order of a directory. */
export async function listWorkingEmployees(db: Db, departmentId?: string): Promise<EmployeeRow[]> {
  const employees = db.t.employees;
  const isWorking = isNull(employees.disabledAt);
  return db.q
    .select()
    .from(employees)
    .where(departmentId ? and(isWorking, eq(employees.departmentId, departmentId)) : isWorking)
    .orderBy(asc(employees.sortKey), asc(employees.id));
}

export async function insertEmployee(db: Db, row: Db['t']['employees']['$inferInsert']): Promise<void> {
  await db.q.insert(db.t.employees).values(row);
}

/** The row, locked until the transaction ends. */
export async function getEmployeeForUpdate(db: Db, id: string): Promise<EmployeeRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.employees).where(eq(db.t.employees.id, id)));
  return row ?? null;
}

/** By the address as it is kept: lower case. */
export async function findEmployeeByEmail(db: Db, email: string): Promise<EmployeeRow | null> {
  const [row] = await db.q.select().from(db.t.employees).where(eq(db.t.employees.email, email));
  return row ?? null;
}

export type EmployeeFilter = {
  departmentId?: string;
  withDisabled?: boolean;
  after?: { at: string; id: string };
  limit?: number;
};

/** By surname in Russian order. */
export async function listEmployees(db: Db, filter: EmployeeFilter = {}): Promise<EmployeeRow[]> {
  const t = db.t.employees;
  const { after } = filter;
  const order = inTimeOrder(t.sortKey, t.id, 'oldest', after);
  const query = db.q
    .select()
    .from(t)
    .where(
      and(
        filter.departmentId ? eq(t.departmentId, filter.departmentId) : undefined,
        filter.withDisabled ? undefined : isNull(t.disabledAt),
        order.after,
      ),
    )
    .orderBy(...order.by);
  return filter.limit === undefined ? query : query.limit(filter.limit);
}

/** Those who named this person as their substitute. */
export async function listSubstitutedBy(db: Db, substituteId: string): Promise<EmployeeRow[]> {
  const t = db.t.employees;
  return db.q
    .select()
    .from(t)
    .where(and(eq(t.substituteId, substituteId), isNull(t.disabledAt)))
    .orderBy(asc(t.sortKey), asc(t.id));
}

/** The same in the order of their ids, for a change: nobody else changes the rows until the transaction ends. */
export async function listSubstitutedByLocked(db: Db, substituteId: string): Promise<EmployeeRow[]> {
  const t = db.t.employees;
  const query = db.q
    .select()
    .from(t)
    .where(and(eq(t.substituteId, substituteId), isNull(t.disabledAt)))
    .orderBy(asc(t.id));
  return locked(db, query);
}

export async function updateEmployee(
  db: Db,
  id: string,
  values: Partial<Omit<EmployeeRow, 'id'>>,
): Promise<void> {
  await db.q.update(db.t.employees).set(values).where(eq(db.t.employees.id, id));
}
