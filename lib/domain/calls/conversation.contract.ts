import { z } from 'zod';
import { reportedEventSchema } from '@/lib/domain/call-scripts/events';
import { contract } from '@/lib/domain/contract';
import { recordId, requiredText } from '@/lib/domain/text-field';
import { callViewSchema, lostWordsSchema, myCallSchema, supervisionNewsSchema } from './call-view';

const params = z.object({ callId: recordId });
const changed = z.object({ callId: z.string() });
const answered = z.object({ callId: z.string(), step: z.string(), runVersion: z.number() });

export const conversationContracts = {
  mine: contract({
    method: 'get',
    path: '/calls/mine',
    summary:
      'Calls that ring for the person, that they hold, and that they have still to finish; callers of their department who did not hear our last words',
    response: z.object({
      now: z.number(),
      calls: z.array(myCallSchema),
      /** Calls that ring for the person and are not among them: they are shown as the others are taken. */
      moreRinging: z.number(),
      lostWords: z.array(lostWordsSchema),
      supervisionNews: z.array(supervisionNewsSchema),
    }),
  }),
  one: contract({
    method: 'get',
    path: '/calls/{callId}',
    summary: 'One call with its conversation, the cards of its number and its records',
    params,
    response: callViewSchema,
  }),
  answer: contract({
    method: 'post',
    path: '/calls/{callId}/call-script/events',
    summary: 'What the caller answered or the manager typed, at the step it was given at',
    params,
    body: z.object({ step: z.string().max(60), event: reportedEventSchema }),
    response: answered,
  }),
  handOver: contract({
    method: 'post',
    path: '/calls/{callId}/hand-over',
    summary:
      'Say goodbye and hand the call over; refused before the closing step and on routes without a hand-over',
    params,
    response: answered,
  }),
  discard: contract({
    method: 'post',
    path: '/calls/{callId}/discard',
    summary: 'Give an unfinished call up, with the reason',
    params,
    body: z.object({ reason: requiredText(1000) }),
    response: changed,
  }),
  takeOver: contract({
    method: 'post',
    path: '/calls/{callId}/take-over',
    summary: 'Finish the unfinished call of another: for their head and their substitute',
    params,
    response: changed,
  }),
  hangUp: contract({
    method: 'post',
    path: '/calls/{callId}/hang-up',
    summary: 'Hang up on the caller',
    params,
    response: changed,
  }),
};
