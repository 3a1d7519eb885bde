import { and, asc, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import { insertMany } from './insert-many';
import { isAmong } from './is-among';
import type { PurchaseRow } from './purchases';
import type { Db } from './store';

export type PayRateRow = Db['t']['payRates']['$inferSelect'];
export type PayCorrectionRow = Db['t']['payCorrections']['$inferSelect'];
export type PayFreezeRow = Db['t']['payFreezes']['$inferSelect'];
export type FrozenPurchaseRow = Db['t']['payFrozenPurchases']['$inferSelect'];
export type FrozenLetterRow = Db['t']['payFrozenLetters']['$inferSelect'];

export async function insertPayRate(db: Db, row: PayRateRow): Promise<void> {
  await db.q.insert(db.t.payRates).values(row);
}

/** Oldest first, so that of two from the same month on the later one stands last. */
export async function listPayRates(db: Db, employeeIds: readonly string[]): Promise<PayRateRow[]> {
  if (employeeIds.length === 0) return [];
  const { payRates } = db.t;
  return db.q
    .select()
    .from(payRates)
    .where(inArray(payRates.employeeId, [...employeeIds]))
    .orderBy(asc(payRates.validFrom), asc(payRates.createdAt), asc(payRates.id));
}

export async function insertPayCorrection(db: Db, row: PayCorrectionRow): Promise<void> {
  await db.q.insert(db.t.payCorrections).values(row);
}

export async function listPayCorrections(
  db: Db,
  month: string,
  employeeIds: readonly string[],
): Promise<PayCorrectionRow[]> {
  if (employeeIds.length === 0) return [];
  const { payCorrections } = db.t;
  return db.q
    .select()
    .from(payCorrections)
    .where(and(eq(payCorrections.month, month), inArray(payCorrections.employeeId, [...employeeIds])))
    .orderBy(asc(payCorrections.createdAt), asc(payCorrections.id));
}

/** False when it was frozen already. */
export async function insertPayFreeze(db: Db, row: PayFreezeRow): Promise<boolean> {
  const { payFreezes } = db.t;
  const inserted = await db.q
    .insert(payFreezes)
    .values(row)
    .onConflictDoNothing()
    .returning({ month: payFreezes.month });
  return inserted.length > 0;
}

export async function listPayFreezes(
  db: Db,
  month: string,
  employeeIds: readonly string[],
): Promise<PayFreezeRow[]> {
  if (employeeIds.length === 0) return [];
  const { payFreezes } = db.t;
  return db.q
    .select()
    .from(payFreezes)
    .where(and(eq(payFreezes.month, month), inArray(payFreezes.employeeId, [...employeeIds])));
}

/** The person's months that are frozen, earliest first. */
export async function listFrozenMonths(db: Db, employeeId: string): Promise<string[]> {
  const { payFreezes } = db.t;
  const rows = await db.q
    .select({ month: payFreezes.month })
    .from(payFreezes)
    .where(eq(payFreezes.employeeId, employeeId))
    .orderBy(asc(payFreezes.month));
  return rows.map(({ month }) => month);
}

/** What was paid within the days (`YYYY-MM-DD`, the last one not included), with whose client it is now. */
export async function listPaidPurchases(
  db: Db,
  { from, until }: { from: string; until: string },
): Promise<{ purchase: PurchaseRow; assignedTo: string | null }[]> {
  const { purchases, counterparties } = db.t;
  return db.q
    .select({ purchase: purchases, assignedTo: counterparties.assignedTo })
    .from(purchases)
    .innerJoin(counterparties, eq(counterparties.id, purchases.counterpartyId))
    .where(and(isNull(purchases.removedAt), gte(purchases.paidOn, from), lt(purchases.paidOn, until)))
    .orderBy(asc(purchases.paidOn), asc(purchases.id));
}

type OfMonth = { employeeId: string; month: string };

export async function insertFrozenSources(
  db: Db,
  { purchases, letters }: { purchases: readonly FrozenPurchaseRow[]; letters: readonly FrozenLetterRow[] },
): Promise<void> {
  await insertMany(db, db.t.payFrozenPurchases, purchases);
  await insertMany(db, db.t.payFrozenLetters, letters);
}

/** In the order of their payment. */
export async function listFrozenPurchases(db: Db, of: OfMonth): Promise<FrozenPurchaseRow[]> {
  const { payFrozenPurchases: frozen } = db.t;
  return db.q
    .select()
    .from(frozen)
    .where(and(eq(frozen.employeeId, of.employeeId), eq(frozen.month, of.month)))
    .orderBy(asc(frozen.paidOn), asc(frozen.purchaseId));
}

/** In the order in which they came. */
export async function listFrozenLetters(db: Db, of: OfMonth): Promise<FrozenLetterRow[]> {
  const { payFrozenLetters: frozen } = db.t;
  return db.q
    .select()
    .from(frozen)
    .where(and(eq(frozen.employeeId, of.employeeId), eq(frozen.month, of.month)))
    .orderBy(asc(frozen.receivedAt), asc(frozen.roundId));
}

/** Whether a settled month names the file as a letter of recommendation. */
export async function isFrozenLetter(db: Db, attachmentId: string): Promise<boolean> {
  const { payFrozenLetters: frozen } = db.t;
  const rows = await db.q
    .select({ roundId: frozen.roundId })
    .from(frozen)
    .where(eq(frozen.attachmentId, attachmentId))
    .limit(1);
  return rows.length > 0;
}

/** Those of the purchases that counted in a month that is frozen, whoever's it is. */
export async function listPurchasesPaidFor(db: Db, purchaseIds: readonly string[]): Promise<Set<string>> {
  if (purchaseIds.length === 0) return new Set();
  const { payFrozenPurchases: frozen } = db.t;
  const rows = await db.q
    .select({ id: frozen.purchaseId })
    .from(frozen)
    .where(and(isAmong(db, frozen.purchaseId, purchaseIds), isNull(frozen.why)));
  return new Set(rows.map(({ id }) => id));
}
