import { listCounterpartiesByIds } from '@/db/counterparties';
import { listFrozenLetters, listFrozenPurchases, type PayFreezeRow } from '@/db/pay';
import { listPurchasesByIds } from '@/db/purchases';
import type { Db } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import { mayManagePay } from '@/lib/domain/employees/permissions';
import { notFound } from '@/lib/domain/errors';
import { isReplaced, type Month, spanOfMonth } from '@/lib/domain/pay/pay';
import type { PayPurchase, UncountedPurchase } from '@/lib/domain/pay/pay-statement';
import type { PayStatementView } from '@/lib/domain/pay/pay-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';
import { payRow } from './list-pay';
import { type ReckonedPay, reckonPay } from './reckon-pay';

/**
 * CO-1: a person's pay of a month with what stands behind each figure; of a frozen month what stood behind it then.
 * @throws Refusal `notFound`, also for another's pay without the right to manage it
 */
export async function getPay(
  context: Context,
  { employeeId, month }: { employeeId: string; month: Month },
): Promise<PayStatementView> {
  const person = signedIn(context);
  const pay = await paidPerson(context.read, person, employeeId, month, context.now());
  context.saw({ kind: 'pay', subjectId: employeeId });
  return describePay(context.read, person, pay, { month, now: context.now() });
}

/** @throws Refusal `notFound` for who is not paid by CO-1, and for another's pay without the right to manage it */
export async function paidPerson(
  db: Db,
  person: Person,
  employeeId: string,
  month: Month,
  now: number,
): Promise<ReckonedPay> {
  if (employeeId !== person.id && !mayManagePay(person)) throw notFound('pay');
  const [pay] = await reckonPay(db, month, now, ({ id }) => id === employeeId);
  if (!pay) throw notFound('pay');
  return pay;
}

/**
 * CO-1: with cards and people by their names. What came to be known after the freeze (`late`) is for whoever manages
 * pay.
 */
export async function describePay(
  db: Db,
  person: Person,
  pay: ReckonedPay,
  { month, now }: { month: Month; now: number },
): Promise<PayStatementView> {
  const { freeze } = pay;
  const { counted, uncounted, letters } = freeze ? await frozenSources(db, freeze) : pay;
  const corrections = freeze
    ? pay.corrections.filter(({ id }) => freeze.statement.correctionIds.includes(id))
    : pay.corrections;
  const mayManage = mayManagePay(person);
  const late = freeze && mayManage ? lateIn(pay, [...counted, ...uncounted]) : [];
  const cards = new Map(
    (
      await listCounterpartiesByIds(db, [
        ...[...counted, ...uncounted, ...late, ...letters].map(({ counterpartyId }) => counterpartyId),
      ])
    ).map(({ id, name }) => [id, name]),
  );
  const cardOf = (id: string) => ({ id, name: cards.get(id) ?? '' });
  const written = new Map(
    (
      await listPurchasesByIds(
        db,
        [...counted, ...uncounted, ...late].map(({ id }) => id),
      )
    ).map((purchase) => [purchase.id, purchase]),
  );
  const names = await shortNames(db, [
    ...[...written.values()].map(({ createdBy }) => createdBy),
    freeze?.frozenBy,
    ...corrections.map(({ createdBy }) => createdBy),
    ...pay.rates.map(({ createdBy }) => createdBy),
  ]);
  const named = (id: string | undefined) =>
    id !== undefined && names.has(id) ? { id, name: names.get(id)! } : null;
  const shown = <Purchase extends PayPurchase>({ counterpartyId, ...purchase }: Purchase) => ({
    ...purchase,
    counterparty: cardOf(counterpartyId),
    by: named(written.get(purchase.id)?.createdBy),
    at: written.get(purchase.id)?.createdAt ?? null,
  });
  return {
    ...payRow(pay, month),
    frozenBy: named(freeze?.frozenBy),
    purchases: counted.map(shown),
    uncounted: uncounted.map(shown),
    late: late.map(shown),
    letters: letters.map(({ counterpartyId, ...letter }) => ({
      ...letter,
      counterparty: cardOf(counterpartyId),
    })),
    corrections: corrections.map(({ id, amountKopecks, reason, createdAt, createdBy }) => ({
      id,
      amountKopecks,
      reason,
      at: createdAt,
      by: named(createdBy),
    })),
    rates: pay.rates.map(
      ({ id, validFrom, salaryKopecks, percentHundredths, createdAt, createdBy }, index) => ({
        id,
        validFrom,
        salaryKopecks,
        percentHundredths,
        isReplaced: isReplaced(pay.rates, index),
        at: createdAt,
        by: named(createdBy),
      }),
    ),
    isOver: spanOfMonth(month).until <= now,
    may: { manage: mayManage, change: mayManage && freeze === null },
  };
}

/** Purchases of a settled month that were not there when it was settled; those that were paid for in another one are done. */
function lateIn(pay: ReckonedPay, settled: readonly PayPurchase[]): PayPurchase[] {
  const known = new Set(settled.map(({ id }) => id));
  const notPaidFor = pay.uncounted
    .filter(({ why }) => why !== 'paidBefore')
    .map(({ why, ...purchase }) => purchase);
  return [...pay.counted, ...notPaidFor].filter(({ id }) => !known.has(id));
}

async function frozenSources(
  db: Db,
  freeze: PayFreezeRow,
): Promise<Pick<ReckonedPay, 'counted' | 'uncounted' | 'letters'>> {
  const counted: PayPurchase[] = [];
  const uncounted: UncountedPurchase[] = [];
  for (const row of await listFrozenPurchases(db, freeze)) {
    const { purchaseId: id, counterpartyId, contractNumber, paidOn, sumKopecks, why } = row;
    const purchase = { id, counterpartyId, contractNumber, paidOn, sumKopecks };
    if (why === null) counted.push(purchase);
    else uncounted.push({ ...purchase, why });
  }
  const letters = (await listFrozenLetters(db, freeze)).map(
    ({ roundId, counterpartyId, receivedAt, attachmentId }) => ({
      roundId,
      counterpartyId,
      receivedAt,
      attachmentId,
    }),
  );
  return { counted, uncounted, letters };
}
