import { z } from 'zod';
import { businessHoursSchema } from '@/lib/domain/deadlines/business-hours';
import { spokenText } from './spoken-text';

/** When callers of one of our numbers are let in, and what they hear when they are not (IN-11). */
export const lineOpeningSchema = z.object({
  /** Null: the client department's. */
  hours: businessHoursSchema.nullable(),
  /** Empty: the company's. */
  closedGreeting: spokenText,
});
export type LineOpening = z.output<typeof lineOpeningSchema>;

/** A line nobody has set up is open when the client department is. */
export const defaultLineOpening: LineOpening = { hours: null, closedGreeting: '' };
