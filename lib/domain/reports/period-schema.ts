import { z } from 'zod';
import { isPeriodInOrder, isPeriodShortEnough, type Period } from './period';

const day = z.iso.date('invalid');

export const periodShape = { from: day, until: day };

/** @throws nothing: a period that ends before it begins, or is too long, is an issue at `until`. */
export const withPeriodInOrder = <Schema extends z.ZodType<Period>>(schema: Schema) =>
  schema
    .refine(isPeriodInOrder, { error: 'endsBeforeItBegins', path: ['until'] })
    .refine((period) => !isPeriodInOrder(period) || isPeriodShortEnough(period), {
      error: 'tooLong',
      path: ['until'],
    });
