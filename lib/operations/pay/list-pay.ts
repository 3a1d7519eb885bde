import { companyTimeZone, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { shortName } from '@/lib/domain/employees/employee';
import { mayManagePay } from '@/lib/domain/employees/permissions';
import { type Month, monthOf } from '@/lib/domain/pay/pay';
import type { PayRow } from '@/lib/domain/pay/pay-views';
import { type Context, signedIn } from '@/lib/operations/context';
import { listPaidPeople, type ReckonedPay, reckonPay } from './reckon-pay';

/** CO-1: the pay of a month, this one unless said: everybody's for whoever manages pay, else the person's own. */
export async function listPay(
  context: Context,
  input: { month?: Month },
): Promise<{ month: Month; rows: PayRow[]; mayManage: boolean }> {
  const person = signedIn(context);
  const mayManage = mayManagePay(person);
  const month = input.month ?? monthOf(wallTimeAt(context.now(), companyTimeZone).date);
  const people = (await listPaidPeople(context.read)).filter(({ id }) => mayManage || id === person.id);
  const reckoned = await reckonPay(context.read, people, month, context.now());
  context.saw({ kind: 'pay', rowCount: reckoned.length, filters: mayManage ? [] : ['mine'] });
  return { month, rows: reckoned.map((pay) => payRow(pay, month)), mayManage };
}

export const payRow = ({ employee, figures, rateFrom, freeze }: ReckonedPay, month: Month): PayRow => ({
  month,
  employee: { id: employee.id, name: shortName(employee) },
  figures,
  rateFrom,
  frozenAt: freeze?.frozenAt ?? null,
});
