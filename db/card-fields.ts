import { asc, eq } from 'drizzle-orm';
import type { Db } from './store';

export type CardFieldRow = Db['t']['cardFields']['$inferSelect'];

export async function insertCardField(db: Db, row: CardFieldRow): Promise<void> {
  await db.q.insert(db.t.cardFields).values(row);
}

export async function getCardField(db: Db, id: string): Promise<CardFieldRow | null> {
  const [row] = await db.q.select().from(db.t.cardFields).where(eq(db.t.cardFields.id, id));
  return row ?? null;
}

/** In their order, the disabled ones too; a company has a handful. */
export async function listCardFields(db: Db): Promise<CardFieldRow[]> {
  const t = db.t.cardFields;
  return db.q.select().from(t).orderBy(asc(t.position), asc(t.id));
}

export async function updateCardField(
  db: Db,
  id: string,
  values: Partial<Omit<CardFieldRow, 'id'>>,
): Promise<void> {
  await db.q.update(db.t.cardFields).set(values).where(eq(db.t.cardFields.id, id));
}
