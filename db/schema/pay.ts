import { sql } from 'drizzle-orm';
import type { PayStatement, WhyUncounted } from '@/lib/domain/pay/pay-statement';
import type { Kit } from './kit';

export function definePay(k: Kit) {
  /** Nothing is overwritten: of two rates from the same month on the later one is meant. */
  const payRates = k.table(
    'pay_rates',
    {
      id: k.text('id').primaryKey(),
      employeeId: k.text('employee_id').notNull(),
      /** `YYYY-MM`. */
      validFrom: k.text('valid_from').notNull(),
      salaryKopecks: k.money('salary_kopecks').notNull(),
      percentHundredths: k.integer('percent_hundredths').notNull(),
      createdAt: k.time('created_at').notNull(),
      createdBy: k.text('created_by').notNull(),
    },
    (t) => [k.index('pay_rates_employee').on(t.employeeId, t.validFrom, t.createdAt)],
  );

  const payCorrections = k.table(
    'pay_corrections',
    {
      id: k.text('id').primaryKey(),
      employeeId: k.text('employee_id').notNull(),
      month: k.text('month').notNull(),
      amountKopecks: k.money('amount_kopecks').notNull(),
      reason: k.text('reason').notNull(),
      createdAt: k.time('created_at').notNull(),
      createdBy: k.text('created_by').notNull(),
    },
    (t) => [k.index('pay_corrections_month').on(t.month, t.employeeId, t.createdAt)],
  );

  /** What a month came to when it was settled. */
  const payFreezes = k.table(
    'pay_freezes',
    {
      employeeId: k.text('employee_id').notNull(),
      month: k.text('month').notNull(),
      statement: k.json<PayStatement>('statement').notNull(),
      frozenAt: k.time('frozen_at').notNull(),
      frozenBy: k.text('frozen_by').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.employeeId, t.month] })],
  );

  /** A purchase as it stood when the month was settled. */
  const payFrozenPurchases = k.table(
    'pay_frozen_purchases',
    {
      employeeId: k.text('employee_id').notNull(),
      month: k.text('month').notNull(),
      purchaseId: k.text('purchase_id').notNull(),
      counterpartyId: k.text('counterparty_id').notNull(),
      contractNumber: k.text('contract_number').notNull(),
      /** `YYYY-MM-DD`. */
      paidOn: k.text('paid_on').notNull(),
      sumKopecks: k.money('sum_kopecks').notNull(),
      /** Null: it counted. */
      why: k.text('why').$type<WhyUncounted>(),
    },
    (t) => [
      k.primaryKey({ columns: [t.employeeId, t.month, t.purchaseId] }),
      k.index('pay_frozen_purchases_of').on(t.purchaseId),
    ],
  );

  /** A letter of recommendation as it stood when the month was settled. */
  const payFrozenLetters = k.table(
    'pay_frozen_letters',
    {
      employeeId: k.text('employee_id').notNull(),
      month: k.text('month').notNull(),
      roundId: k.text('round_id').notNull(),
      counterpartyId: k.text('counterparty_id').notNull(),
      receivedAt: k.time('received_at').notNull(),
      attachmentId: k.text('attachment_id'),
    },
    (t) => [
      k.primaryKey({ columns: [t.employeeId, t.month, t.roundId] }),
      k.index('pay_frozen_letters_file').on(t.attachmentId).where(sql`attachment_id is not null`),
    ],
  );

  return { payRates, payCorrections, payFreezes, payFrozenPurchases, payFrozenLetters };
}
