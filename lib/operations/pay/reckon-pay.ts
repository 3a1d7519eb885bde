import { listFormerValues } from '@/db/changes';
import { listCounterpartiesComplaining } from '@/db/complaints';
import { listCounterpartiesByIds } from '@/db/counterparties';
import { listFormerCardsOfPurchases } from '@/db/counterparty-merges';
import { type EmployeeRow, getEmployee, listEmployees } from '@/db/employees';
import {
  listPaidPurchases,
  listPayCorrections,
  listPayFreezes,
  listPayRates,
  listPurchasesPaidFor,
  type PayCorrectionRow,
  type PayFreezeRow,
  type PayRateRow,
} from '@/db/pay';
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
import type { PayLetter, PayPurchase, UncountedPurchase, WhyUncounted } from '@/lib/domain/pay/pay-statement';

/** A person's pay of a month with everything it is reckoned from; of a frozen one the figures are those that were frozen. */
export type ReckonedPay = {
  employee: EmployeeRow;
  figures: PayFigures;
  rateFrom: Month | null;
  rates: PayRateRow[];
  counted: PayPurchase[];
  uncounted: UncountedPurchase[];
  letters: PayLetter[];
  corrections: PayCorrectionRow[];
  freeze: PayFreezeRow | null;
};

/** Whoever is paid by CO-1: client managers at work, and who was one and had a rate. */
export const listPaidPeople = async (db: Db): Promise<EmployeeRow[]> =>
  paidAmong(db, await listEmployees(db, { withDisabled: true }));

/** One of them; null for whoever is not paid by CO-1. */
export async function getPaidPerson(db: Db, employeeId: string): Promise<EmployeeRow | null> {
  const employee = await getEmployee(db, employeeId);
  const [paid] = employee ? await paidAmong(db, [employee]) : [];
  return paid ?? null;
}

async function paidAmong(db: Db, employees: readonly EmployeeRow[]): Promise<EmployeeRow[]> {
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
 * CO-1: salary and the percentage of what their satisfied clients paid in the month. Whose client one is, and whether a
 * complaint is open, is as it was at the month's end (for a month that runs: as it is); a client counts by the letter that
 * was there then. No purchase is paid for twice.
 */
export async function reckonPay(
  db: Db,
  employees: readonly EmployeeRow[],
  month: Month,
  now: number,
): Promise<ReckonedPay[]> {
  const employeeIds = employees.map(({ id }) => id);
  const { until } = spanOfMonth(month);
  const standingAt = Math.min(now, until - 1);
  const paid = await paidByManager(db, month, standingAt);
  const ofThem = employeeIds.flatMap((id) => paid.get(id) ?? []);
  const clients = [...new Set(ofThem.map(({ counterpartyId }) => counterpartyId))];
  const letters = new Map(
    (await listFirstLetters(db, clients, until)).map((round) => [round.counterpartyId, letterOf(round)]),
  );
  const complaining = await listCounterpartiesComplaining(db, clients, standingAt);
  const paidBefore = await listPurchasesPaidFor(
    db,
    ofThem.map(({ id }) => id),
  );
  const rates = Map.groupBy(await listPayRates(db, employeeIds), ({ employeeId }) => employeeId);
  const corrections = Map.groupBy(
    await listPayCorrections(db, month, employeeIds),
    ({ employeeId }) => employeeId,
  );
  const freezes = new Map(
    (await listPayFreezes(db, month, employeeIds)).map((freeze) => [freeze.employeeId, freeze]),
  );
  const whyUncounted = ({ id, counterpartyId }: PayPurchase): WhyUncounted | null => {
    if (paidBefore.has(id)) return 'paidBefore';
    const letterAt = letters.get(counterpartyId)?.receivedAt ?? null;
    const hasOpenComplaint = complaining.has(counterpartyId);
    if (isSatisfiedClient({ counterpartyId, letterAt, hasOpenComplaint }, until)) return null;
    return letterAt === null ? 'noLetter' : 'openComplaint';
  };
  return employees.map((employee) => {
    const judged = (paid.get(employee.id) ?? []).map((purchase) => ({
      purchase,
      why: whyUncounted(purchase),
    }));
    const counted = judged.flatMap(({ purchase, why }) => (why === null ? [purchase] : []));
    const ownRates = rates.get(employee.id) ?? [];
    const rate = rateIn(ownRates, month);
    const ownCorrections = corrections.get(employee.id) ?? [];
    const freeze = freezes.get(employee.id) ?? null;
    return {
      employee,
      figures: freeze?.statement.figures ?? figuresOf(rate, counted, ownCorrections),
      rateFrom: freeze ? freeze.statement.rateFrom : (rate?.validFrom ?? null),
      rates: ownRates,
      counted,
      uncounted: judged.flatMap(({ purchase, why }) => (why === null ? [] : [{ ...purchase, why }])),
      letters: [...new Set(counted.map(({ counterpartyId }) => counterpartyId))].flatMap(
        (id) => letters.get(id) ?? [],
      ),
      corrections: ownCorrections,
      freeze,
    };
  });
}

/** What was paid in the month, by whose client the payer was at that instant: on the card it lay on then, whatever was merged since. */
async function paidByManager(db: Db, month: Month, at: number): Promise<Map<string, PayPurchase[]>> {
  const paid = await listPaidPurchases(db, { from: `${month}-01`, until: `${addMonths(month, 1)}-01` });
  const payers = [...new Set(paid.map(({ purchase }) => purchase.counterpartyId))];
  const formerCards = await listFormerCardsOfPurchases(db, payers, at);
  const merged = await listCounterpartiesByIds(db, [...new Set(formerCards.values())]);
  const assigned = new Map(merged.map(({ id, assignedTo }) => [id, assignedTo]));
  const nounIds = [...payers, ...assigned.keys()];
  const managers = await listFormerValues(db, { noun: 'counterparty', nounIds, field: 'assignedTo', at });
  const byManager = new Map<string, PayPurchase[]>();
  for (const { purchase, assignedTo } of paid) {
    const { id, counterpartyId, contractNumber, paidOn, sumKopecks } = purchase;
    const cardId = formerCards.get(id) ?? counterpartyId;
    const since = formerCards.has(id) ? assigned.get(cardId) : assignedTo;
    const manager = managers.has(cardId) ? managers.get(cardId) : since;
    if (typeof manager !== 'string') continue;
    const own = byManager.get(manager) ?? [];
    own.push({ id, counterpartyId, contractNumber, paidOn: paidOn!, sumKopecks });
    byManager.set(manager, own);
  }
  return byManager;
}

const letterOf = (round: RoundRow): PayLetter => ({
  roundId: round.id,
  counterpartyId: round.counterpartyId,
  receivedAt: round.letterReceivedAt!,
  attachmentId: round.letterAttachmentId,
});
