import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { moment } from '@/lib/domain/moment-field';
import { pageOf, pageQuery, timeOrders } from '@/lib/domain/paging';
import { recordId, requiredText } from '@/lib/domain/text-field';
import { callDirections, callOutcomes } from './call';
import { journalShows, scoredChoices } from './journal-choices';
import { journalRowSchema, unfinishedCallSchema } from './journal-view';
import { missedCallerSchema } from './missed-caller';
import { missedShows } from './missed-shows';
import { callReviewSchema } from './review-view';
import { callRoutes } from './route';

export const journalContracts = {
  list: contract({
    method: 'get',
    path: '/calls',
    summary:
      'The journal of calls, newest first; heads of other departments see those handed over to them and those their people placed',
    query: pageQuery.extend({
      show: z.enum(journalShows).default('all'),
      from: moment.optional(),
      until: moment.optional(),
      outcome: z.enum(callOutcomes).optional(),
      route: z.enum(callRoutes).optional(),
      employeeId: recordId.optional(),
      caller: requiredText(80).optional(),
      direction: z.enum(callDirections).optional(),
      /** For reviewers, of conversations by a call script: an answer was refused; «Другого в списке нет» was pressed. */
      refused: z.stringbool().optional(),
      unlisted: z.stringbool().optional(),
      /** A step that was left again lasted at least so many seconds. */
      longStepSeconds: z.coerce.number().int('invalid').min(1, 'tooSmall').max(86_400, 'tooBig').optional(),
      scored: z.enum(scoredChoices, 'notAChoice').optional(),
      order: z.enum(timeOrders).optional(),
    }),
    response: pageOf(journalRowSchema).extend({ now: z.number() }),
  }),
  review: contract({
    method: 'get',
    path: '/calls/{callId}/review',
    summary: 'One call afterwards: its path by the call script, its records, and what the line told',
    params: z.object({ callId: recordId }),
    response: callReviewSchema,
  }),
  missed: contract({
    method: 'get',
    path: '/calls/missed',
    summary: 'Callers nobody answered, one row each: those to be called back, or those who were (IN-11)',
    query: pageQuery.extend({
      show: z.enum(missedShows).default('open'),
      from: moment.optional(),
      until: moment.optional(),
    }),
    response: pageOf(missedCallerSchema).extend({ now: z.number() }),
  }),
  unfinished: contract({
    method: 'get',
    path: '/calls/unfinished',
    summary: 'Calls that ended in mid-conversation and wait to be finished or discarded (IN-6)',
    query: pageQuery.extend({ employeeId: recordId.optional() }),
    response: pageOf(unfinishedCallSchema).extend({ now: z.number(), count: z.number() }),
  }),
};
