import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId, requiredText } from '@/lib/domain/text-field';
import { scoreCardLimits, scoreCardStates } from './score-card';
import {
  callScoringSchema,
  scoreCardContentSchema,
  scoreCardRowSchema,
  scoreCardSchema,
} from './score-card-views';

const ofCall = z.object({ callId: recordId });
const params = z.object({ cardId: recordId });
const version = z.int('invalid');
const edition = z.int('invalid');
const words = requiredText(scoreCardLimits.summary);
const state = z.object({ state: z.enum(scoreCardStates) });

export const scoreCardContracts = {
  list: contract({
    method: 'get',
    path: '/score-cards',
    summary: 'Score cards of calls, the newest call first: a head sees those of their own department',
    query: pageQuery.extend({
      state: z.enum([...scoreCardStates, 'all'], 'notAChoice').default('all'),
      employeeId: recordId.optional(),
    }),
    response: pageOf(scoreCardRowSchema).extend({ objectedCount: z.number() }),
  }),
  mine: contract({
    method: 'get',
    path: '/score-cards/mine',
    summary:
      'Score cards sent to the signed-in person; `waitingCount` counts those they have not answered yet',
    query: pageQuery,
    response: pageOf(scoreCardRowSchema).extend({ waitingCount: z.number() }),
  }),
  get: contract({
    method: 'get',
    path: '/score-cards/{cardId}',
    summary: 'A score card with everything that was sent and said; the employee sees no draft',
    params,
    response: scoreCardSchema,
  }),
  ofCall: contract({
    method: 'get',
    path: '/calls/{callId}/score-card',
    summary: 'The score card of a call, and whether one may be begun',
    params: ofCall,
    response: callScoringSchema,
  }),
  begin: contract({
    method: 'post',
    path: '/calls/{callId}/score-card',
    summary: 'Begin the score card of a call; one that is there already is kept',
    params: ofCall,
    response: z.object({ cardId: z.string() }),
  }),
  save: contract({
    method: 'put',
    path: '/score-cards/{cardId}/content',
    summary: 'Keep what a reviewer has written; the employee sees it when it is sent',
    params,
    body: z.object({ version, content: scoreCardContentSchema }),
    response: z.object({ version: z.number() }),
    maxBytes: 1_048_576,
  }),
  send: contract({
    method: 'post',
    path: '/score-cards/{cardId}/send',
    summary: 'Send a card, or its changes, to the employee; what was sent before stays readable',
    params,
    body: z.object({ version }),
    response: z.object({ edition: z.number() }),
  }),
  discard: contract({
    method: 'delete',
    path: '/score-cards/{cardId}',
    summary: 'Discard a card that was never sent',
    params,
    response: z.object({ callId: z.string() }),
  }),
  acknowledge: contract({
    method: 'post',
    path: '/score-cards/{cardId}/acknowledge',
    summary: 'The employee has read a card sent to them, or the answer to their objection',
    params,
    body: z.object({ edition }),
    response: state,
  }),
  object: contract({
    method: 'post',
    path: '/score-cards/{cardId}/object',
    summary: 'The employee objects to a card sent to them',
    params,
    body: z.object({ edition, objection: words }),
    response: state,
  }),
  uphold: contract({
    method: 'post',
    path: '/score-cards/{cardId}/uphold',
    summary: 'A reviewer stands by a card that was objected to, and says why',
    params,
    body: z.object({ edition, reply: words }),
    response: state,
  }),
};
