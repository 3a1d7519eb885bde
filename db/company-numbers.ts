import { asc, eq } from 'drizzle-orm';
import { locked } from './lock';
import { prepared } from './prepared';
import type { Db } from './store';

export type CompanyNumberRow = Db['t']['companyNumbers']['$inferSelect'];

/** False when the number is there already. */
export async function insertCompanyNumber(
  db: Db,
  row: Db['t']['companyNumbers']['$inferInsert'],
): Promise<boolean> {
  const t = db.t.companyNumbers;
  const inserted = await db.q
    .insert(t)
    .values(row)
    .onConflictDoNothing({ target: t.e164 })
    .returning({ id: t.id });
  return inserted.length > 0;
}

export async function getCompanyNumber(db: Db, id: string): Promise<CompanyNumberRow | null> {
  const [row] = await db.q.select().from(db.t.companyNumbers).where(eq(db.t.companyNumbers.id, id));
  return row ?? null;
}

/** The row, locked until the transaction ends. */
export async function getCompanyNumberForUpdate(db: Db, id: string): Promise<CompanyNumberRow | null> {
  const numbers = db.t.companyNumbers;
  const [row] = await locked(db, db.q.select().from(numbers).where(eq(numbers.id, id)));
  return row ?? null;
}

/** By the number itself, in use or not. */
export async function findCompanyNumber(db: Db, e164: string): Promise<CompanyNumberRow | null> {
  const [row] = await db.q.select().from(db.t.companyNumbers).where(eq(db.t.companyNumbers.e164, e164));
  return row ?? null;
}

/** In order of creation, the disabled ones too. */
export async function listCompanyNumbers(db: Db): Promise<CompanyNumberRow[]> {
  const t = db.t.companyNumbers;
  return prepared(db, 'listCompanyNumbers', () =>
    db.q.select().from(t).orderBy(asc(t.createdAt), asc(t.id)),
  ).execute();
}

export async function updateCompanyNumber(
  db: Db,
  id: string,
  values: Partial<Omit<CompanyNumberRow, 'id'>>,
): Promise<void> {
  await db.q.update(db.t.companyNumbers).set(values).where(eq(db.t.companyNumbers.id, id));
}
