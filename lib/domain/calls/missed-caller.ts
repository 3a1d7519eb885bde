import { z } from 'zod';
import { counterpartyNameSchema, nextReactionViewSchema } from '@/lib/domain/reactions/reaction-views';
import { recordingViewSchema } from '@/lib/domain/recordings/recording-view';
import { callerSchema } from './call-view';

/**
 * How far a missed caller has been answered for: nobody yet; somebody took it on; called back; called again and got
 * through; closed without a call.
 */
const callBackStates = ['new', 'inWork', 'calledBack', 'calledAgain', 'closed'] as const;
export type CallBackState = (typeof callBackStates)[number];

type Settled = {
  endedAt: number | null;
  outcome: z.output<typeof nextReactionViewSchema>['outcome'];
  responsibleEmployeeId: string | null;
};

/** IN-11: by the next reaction that the missed calls left. */
export function callBackStateOf({ endedAt, outcome, responsibleEmployeeId }: Settled): CallBackState {
  if (endedAt === null) return responsibleEmployeeId === null ? 'new' : 'inWork';
  if (outcome === 'calledAgain') return 'calledAgain';
  return outcome === 'closed' ? 'closed' : 'calledBack';
}

/** One missed caller with all their calls until somebody answered for them (IN-11). Times are epoch ms, lengths are ms. */
export const missedCallerSchema = z.object({
  next: nextReactionViewSchema,
  state: z.enum(callBackStates),
  caller: callerSchema,
  /** IN-7: cards of the caller's number. */
  cardsOfNumber: z.array(counterpartyNameSchema),
  firstAt: z.number(),
  lastAt: z.number(),
  /** How often they called in vain. */
  calls: z.number(),
  /** How often they were called back in vain. */
  attempts: z.number(),
  /** The longest of their waits. */
  waitMs: z.number(),
  /** From their last call in vain until they were answered for; null while nobody has. */
  settledAfterMs: z.number().nullable(),
  /** The last of the calls, when its review is this person's. */
  reviewCallId: z.string().nullable(),
  messages: z.array(recordingViewSchema),
});
export type MissedCaller = z.output<typeof missedCallerSchema>;
