import { z } from 'zod';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { whysUncounted } from './pay-statement';

const kopecks = z.number();

const payFiguresSchema = z.object({
  salaryKopecks: kopecks,
  percentHundredths: z.number(),
  clients: z.number(),
  purchasesKopecks: kopecks,
  percentKopecks: kopecks,
  correctionsKopecks: kopecks,
  totalKopecks: kopecks,
});

export const payRowSchema = z.object({
  month: z.string(),
  employee: personNameSchema,
  figures: payFiguresSchema,
  /** The month its rate began with; null while none has begun. */
  rateFrom: z.string().nullable(),
  frozenAt: z.number().nullable(),
});
export type PayRow = z.output<typeof payRowSchema>;

/** Who wrote a purchase down, and when. */
const written = { by: personNameSchema.nullable(), at: z.number().nullable() };
const cardName = z.object({ id: z.string(), name: z.string() });

export const payStatementSchema = payRowSchema.extend({
  frozenBy: personNameSchema.nullable(),
  /** What counts. */
  purchases: z.array(
    z.object({
      id: z.string(),
      counterparty: cardName,
      contractNumber: z.string(),
      paidOn: z.string(),
      sumKopecks: kopecks,
      ...written,
    }),
  ),
  /** What was paid in the month and does not count, and why. */
  uncounted: z.array(
    z.object({
      id: z.string(),
      counterparty: cardName,
      contractNumber: z.string(),
      paidOn: z.string(),
      sumKopecks: kopecks,
      why: z.enum(whysUncounted),
      ...written,
    }),
  ),
  /** What was written down as paid in a month that was settled already; shown to whoever manages pay. */
  late: z.array(
    z.object({
      id: z.string(),
      counterparty: cardName,
      contractNumber: z.string(),
      paidOn: z.string(),
      sumKopecks: kopecks,
      ...written,
    }),
  ),
  letters: z.array(
    z.object({
      roundId: z.string(),
      counterparty: cardName,
      receivedAt: z.number(),
      attachmentId: z.string().nullable(),
    }),
  ),
  corrections: z.array(
    z.object({
      id: z.string(),
      amountKopecks: kopecks,
      reason: z.string(),
      at: z.number(),
      by: personNameSchema.nullable(),
    }),
  ),
  rates: z.array(
    z.object({
      id: z.string(),
      validFrom: z.string(),
      salaryKopecks: kopecks,
      percentHundredths: z.number(),
      /** A later one from the same month on applies instead. */
      isReplaced: z.boolean(),
      at: z.number(),
      by: personNameSchema.nullable(),
    }),
  ),
  /** Whether the month is over, so that it may be settled. */
  isOver: z.boolean(),
  may: z.object({ manage: z.boolean(), change: z.boolean() }),
});
export type PayStatementView = z.output<typeof payStatementSchema>;
