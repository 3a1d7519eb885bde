import { and, asc, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import type { PurchaseRow } from './purchases';
import type { Db } from './store';

export type PayRateRow = Db['t']['payRates']['$inferSelect'];
export type PayCorrectionRow = Db['t']['payCorrections']['$inferSelect'];
export type PayFreezeRow = Db['t']['payFreezes']['$inferSelect'];

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

/** What the clients of these people paid within the days (`YYYY-MM-DD`, the last one not included), whose client it is with it. */
export async function listPaidPurchases(
  db: Db,
  { from, until, employeeIds }: { from: string; until: string; employeeIds: readonly string[] },
): Promise<{ purchase: PurchaseRow; employeeId: string }[]> {
  if (employeeIds.length === 0) return [];
  const { purchases, counterparties } = db.t;
  const rows = await db.q
    .select({ purchase: purchases, employeeId: counterparties.assignedTo })
    .from(counterparties)
    .innerJoin(purchases, eq(purchases.counterpartyId, counterparties.id))
    .where(
      and(
        inArray(counterparties.assignedTo, [...employeeIds]),
        isNull(purchases.removedAt),
        gte(purchases.paidOn, from),
        lt(purchases.paidOn, until),
      ),
    )
    .orderBy(asc(purchases.paidOn), asc(purchases.id));
  return rows.map(({ purchase, employeeId }) => ({ purchase, employeeId: employeeId! }));
}

export async function listPurchasesByIds(db: Db, ids: readonly string[]): Promise<PurchaseRow[]> {
  if (ids.length === 0) return [];
  const { purchases } = db.t;
  return db.q
    .select()
    .from(purchases)
    .where(inArray(purchases.id, [...ids]))
    .orderBy(asc(purchases.paidOn), asc(purchases.id));
}
