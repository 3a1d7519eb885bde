import { listCounterpartiesComplaining } from '@/db/complaints';
import { type EmployeeRow, listEmployees } from '@/db/employees';
import {
  listPaidPurchases,
  listPayCorrections,
  listPayFreezes,
  listPayRates,
  type PayCorrectionRow,
  type PayFreezeRow,
  type PayRateRow,
} from '@/db/pay';
import type { PurchaseRow } from '@/db/purchases';
import { listFirstLetters } from '@/db/round-letters';
import type { RoundRow } from '@/db/rounds';
import type { Db } from '@/db/store';
import {
  addMonths,
  figuresOf,
  isSatisfiedClient,
  type Month,
  type PayFigures,
  rateIn,
  spanOfMonth,
} from '@/lib/domain/pay/pay';

/** A person's pay of a month as it stands, or as it was frozen, with everything it was reckoned from. */
export type ReckonedPay = {
  employee: EmployeeRow;
  figures: PayFigures;
  rate: PayRateRow | null;
  rateFrom: Month | null;
  rates: PayRateRow[];
  counted: PurchaseRow[];
  uncounted: { purchase: PurchaseRow; why: 'noLetter' | 'openComplaint' }[];
  letters: RoundRow[];
  corrections: PayCorrectionRow[];
  freeze: PayFreezeRow | null;
};

/** Whoever is paid by CO-1: client managers at work, and who was one and had a rate. */
export async function listPaidPeople(db: Db): Promise<EmployeeRow[]> {
  const employees = await listEmployees(db, { withDisabled: true });
  const rated = new Set(
    (
      await listPayRates(
        db,
        employees.map(({ id }) => id),
      )
    ).map(({ employeeId }) => employeeId),
  );
  return employees.filter(
    ({ id, roles, disabledAt }) => rated.has(id) || (disabledAt === null && roles.includes('clientManager')),
  );
}

/**
 * CO-1: salary and the percentage of what their satisfied clients paid in the month. A client counts by the letter that was
 * there at the month's end, and without an open complaint then (for a month that runs: now).
 */
export async function reckonPay(
  db: Db,
  employees: readonly EmployeeRow[],
  month: Month,
  now: number,
): Promise<ReckonedPay[]> {
  const employeeIds = employees.map(({ id }) => id);
  const { until } = spanOfMonth(month);
  const paid = await listPaidPurchases(db, {
    from: `${month}-01`,
    until: `${addMonths(month, 1)}-01`,
    employeeIds,
  });
  const clients = [...new Set(paid.map(({ purchase }) => purchase.counterpartyId))];
  const letters = new Map(
    (await listFirstLetters(db, clients, until)).map((round) => [round.counterpartyId, round]),
  );
  const complaining = await listCounterpartiesComplaining(db, clients, Math.min(now, until));
  const rates = Map.groupBy(await listPayRates(db, employeeIds), ({ employeeId }) => employeeId);
  const corrections = Map.groupBy(
    await listPayCorrections(db, month, employeeIds),
    ({ employeeId }) => employeeId,
  );
  const freezes = new Map(
    (await listPayFreezes(db, month, employeeIds)).map((freeze) => [freeze.employeeId, freeze]),
  );
  const isCounted = ({ counterpartyId }: PurchaseRow) =>
    isSatisfiedClient(
      {
        counterpartyId,
        letterAt: letters.get(counterpartyId)?.letterReceivedAt ?? null,
        hasOpenComplaint: complaining.has(counterpartyId),
      },
      until,
    );
  return employees.map((employee) => {
    const own = paid.filter(({ employeeId }) => employeeId === employee.id).map(({ purchase }) => purchase);
    const counted = own.filter(isCounted);
    const ownRates = rates.get(employee.id) ?? [];
    const rate = rateIn(ownRates, month);
    const ownCorrections = corrections.get(employee.id) ?? [];
    const freeze = freezes.get(employee.id) ?? null;
    return {
      employee,
      figures: freeze?.statement.figures ?? figuresOf(rate, counted, ownCorrections),
      rate,
      rateFrom: freeze ? freeze.statement.rateFrom : (rate?.validFrom ?? null),
      rates: ownRates,
      counted,
      uncounted: own
        .filter((purchase) => !isCounted(purchase))
        .map((purchase) => ({
          purchase,
          why: letters.has(purchase.counterpartyId) ? ('openComplaint' as const) : ('noLetter' as const),
        })),
      letters: [...new Set(counted.map(({ counterpartyId }) => counterpartyId))].flatMap(
        (id) => letters.get(id) ?? [],
      ),
      corrections: ownCorrections,
      freeze,
    };
  });
}
