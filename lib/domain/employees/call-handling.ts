import { z } from 'zod';
import { recordId } from '@/lib/domain/text-field';

/** Whom a department's call rings at: everybody available, who has been without a call the longest, or each in turn. */
export const ringOrders = ['allAtOnce', 'longestIdle', 'roundRobin'] as const;
export type RingOrder = (typeof ringOrders)[number];

export const overflowSecondsRange = { min: 5, max: 600 };

export const ringSecondsRange = { min: 5, max: 120 };

/** How a department's calls ring and what their callers hear (IN-11). */
export const callHandlingSchema = z.object({
  ringOrder: z.enum(ringOrders),
  /** How long one person is rung before the next, unless everybody is rung at once. */
  ringSeconds: z.int().min(ringSecondsRange.min).max(ringSecondsRange.max),
  /** Waiting callers are told their place in the queue. */
  tellsPosition: z.boolean(),
  /** Callers nobody answers, or who call outside the hours, may leave a message. */
  takesMessages: z.boolean(),
  /** The department that is rung besides when nobody has answered for so long; null: none. */
  overflowDepartmentId: recordId.nullable(),
  overflowSeconds: z.int().min(overflowSecondsRange.min).max(overflowSecondsRange.max),
});

export type CallHandling = z.infer<typeof callHandlingSchema>;
