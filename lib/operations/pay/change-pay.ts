import { insertChange } from '@/db/changes';
import { getEmployeeForUpdate } from '@/db/employees';
import {
  insertFrozenSources,
  insertPayCorrection,
  insertPayFreeze,
  insertPayRate,
  listFrozenMonths,
  listPayFreezes,
  listPayRates,
} from '@/db/pay';
import { companyTimeZone, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import type { Person } from '@/lib/domain/employees/employee';
import { mayManagePay } from '@/lib/domain/employees/permissions';
import { forbidden, invalid, notFound, Refusal } from '@/lib/domain/errors';
import { earliestRateMonth, type Month, monthOf, spanOfMonth } from '@/lib/domain/pay/pay';
import type { PayStatementView } from '@/lib/domain/pay/pay-views';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { describePay, paidPerson } from './get-pay';
import type { ReckonedPay } from './reckon-pay';

type Of = { employeeId: string; month: Month };

/**
 * CO-1: a rate from a month on. Earlier versions stay on record, and months that are frozen stay as they are.
 * @param input `version`: how many rates the person has had so far, to whoever gives this one
 * @throws Refusal `forbidden`, `notFound`; `conflict` when another was given meanwhile; `invalid` for a month before the first
 * that is open
 */
export async function recordPayRate(
  context: Context,
  {
    version,
    ...input
  }: {
    employeeId: string;
    version: number;
    validFrom: Month;
    salaryKopecks: number;
    percentHundredths: number;
  },
): Promise<{ rateId: string }> {
  const person = managing(context);
  return context.tx(async (tx) => {
    await employeeOf(tx, input.employeeId);
    if ((await listPayRates(tx, [input.employeeId])).length !== version) {
      throw new Refusal('conflict', 'another rate was given meanwhile', {}, { reason: 'rated' });
    }
    await refuseTooEarly(tx, input, monthOf(wallTimeAt(context.now(), companyTimeZone).date));
    const rateId = context.newId();
    await insertPayRate(tx, { id: rateId, ...input, createdAt: context.now(), createdBy: person.id });
    const { validFrom, salaryKopecks, percentHundredths } = input;
    await keepHistory(tx, context, input.employeeId, {
      rate: { from: null, to: { validFrom, salaryKopecks, percentHundredths } },
    });
    return { rateId };
  });
}

/** CO-1: a correction of a month's pay. @throws Refusal `forbidden`, `notFound`; `notPossibleNow` for a frozen month */
export async function correctPay(
  context: Context,
  input: Of & { amountKopecks: number; reason: string },
): Promise<{ correctionId: string }> {
  const person = managing(context);
  return context.tx(async (tx) => {
    await employeeOf(tx, input.employeeId);
    await refuseFrozen(tx, input);
    const correctionId = context.newId();
    await insertPayCorrection(tx, {
      id: correctionId,
      ...input,
      createdAt: context.now(),
      createdBy: person.id,
    });
    const { month, amountKopecks, reason } = input;
    await keepHistory(
      tx,
      context,
      input.employeeId,
      { correction: { from: null, to: { month, amountKopecks } } },
      reason,
    );
    return { correctionId };
  });
}

/**
 * CO-1: settles a month that is over: what was reckoned is kept as it stands.
 * @throws Refusal `forbidden`, `notFound`; `invalid` for a month that runs; `notPossibleNow` when it is frozen
 */
export async function freezePay(context: Context, input: Of): Promise<PayStatementView> {
  const person = managing(context);
  return context.tx(async (tx) => {
    await employeeOf(tx, input.employeeId);
    await refuseFrozen(tx, input);
    const now = context.now();
    if (spanOfMonth(input.month).until > now) throw invalid({ month: 'pay.errors.monthRuns' });
    const pay = await paidPerson(tx, person, input.employeeId, input.month, now);
    const freeze = {
      employeeId: input.employeeId,
      month: input.month,
      statement: {
        figures: pay.figures,
        rateFrom: pay.rateFrom,
        correctionIds: pay.corrections.map(({ id }) => id),
      },
      frozenAt: now,
      frozenBy: person.id,
    };
    await insertPayFreeze(tx, freeze);
    await keepSources(tx, input, pay);
    await keepHistory(tx, context, input.employeeId, { frozen: { from: null, to: input.month } });
    return describePay(tx, person, { ...pay, freeze }, { month: input.month, now });
  });
}

/** The rows themselves: what is corrected or taken back later does not change a settled month. */
async function keepSources(
  tx: Tx,
  { employeeId, month }: Of,
  { counted, uncounted, letters }: ReckonedPay,
): Promise<void> {
  const purchases = [...counted.map((purchase) => ({ ...purchase, why: null })), ...uncounted];
  await insertFrozenSources(tx, {
    purchases: purchases.map(({ id: purchaseId, ...purchase }) => ({
      employeeId,
      month,
      purchaseId,
      ...purchase,
    })),
    letters: letters.map((letter) => ({ employeeId, month, ...letter })),
  });
}

function managing(context: Context): Person {
  const person = signedIn(context);
  if (!mayManagePay(person)) throw forbidden();
  return person;
}

/** Locked, so that nothing is written into a month while it is frozen. */
async function employeeOf(tx: Tx, employeeId: string): Promise<void> {
  if (!(await getEmployeeForUpdate(tx, employeeId))) throw notFound('employee');
}

async function refuseFrozen(tx: Tx, { employeeId, month }: Of): Promise<void> {
  if ((await listPayFreezes(tx, month, [employeeId])).length === 0) return;
  throw new Refusal('notPossibleNow', 'this month is settled', {}, { reason: 'frozen' });
}

/** What is settled stays as it is; years back is a slip of the hand. */
async function refuseTooEarly(
  tx: Tx,
  { employeeId, validFrom }: { employeeId: string; validFrom: Month },
  thisMonth: Month,
): Promise<void> {
  const settled = await listFrozenMonths(tx, employeeId);
  if (validFrom >= earliestRateMonth(settled, thisMonth)) return;
  throw invalid({ validFrom: `pay.errors.${settled.length > 0 ? 'monthSettled' : 'tooEarly'}` });
}

async function keepHistory(
  tx: Tx,
  context: Context,
  employeeId: string,
  fields: Record<string, { from: unknown; to: unknown }>,
  reason: string | null = null,
): Promise<void> {
  await insertChange(tx, {
    id: context.newId(),
    noun: 'pay',
    nounId: employeeId,
    at: context.now(),
    employeeId: context.person?.id ?? null,
    fields,
    reason,
  });
  tell(tx, { noun: 'pay', nounId: employeeId, employeeId });
}
