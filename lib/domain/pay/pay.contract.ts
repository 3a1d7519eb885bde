import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { recordId, requiredText } from '@/lib/domain/text-field';
import { isMonth } from './pay';
import { payRowSchema, payStatementSchema } from './pay-views';

const month = z.string().refine(isMonth, 'notAMonth');
const params = z.object({ employeeId: recordId });
const ofMonth = z.object({ employeeId: recordId, month });
/** A hundred million roubles: whatever is more is a slip of the hand. */
const mostKopecks = 10_000_000_000;
const sum = z.int('notASum').max(mostKopecks, 'tooLarge');

export const payContracts = {
  list: contract({
    method: 'get',
    path: '/pay',
    summary: 'Pay of a month (CO-1): everybody’s for those who manage it, else one’s own',
    query: z.object({ month: month.optional() }),
    response: z.object({ month: z.string(), rows: z.array(payRowSchema), mayManage: z.boolean() }),
  }),
  get: contract({
    method: 'get',
    path: '/pay/{employeeId}/{month}',
    summary: 'A person’s pay of a month with the purchases, letters and corrections behind each figure',
    params: ofMonth,
    response: payStatementSchema,
  }),
  rate: contract({
    method: 'post',
    path: '/pay/{employeeId}/rates',
    summary: 'A rate from a month on: salary and percentage; earlier versions stay on record',
    params,
    body: z.object({
      /** How many rates of the person were known to whoever gives this one. */
      version: z.int('invalid'),
      validFrom: month,
      salaryKopecks: sum.min(0, 'notASum'),
      percentHundredths: z.int('notAPercentage').min(0, 'notAPercentage').max(10_000, 'notAPercentage'),
    }),
    response: z.object({ rateId: z.string() }),
  }),
  correct: contract({
    method: 'post',
    path: '/pay/{employeeId}/{month}/corrections',
    summary: 'Correct a month’s pay by a sum, with a reason',
    params: ofMonth,
    body: z.object({
      amountKopecks: sum.min(-mostKopecks, 'tooLarge').refine((kopecks) => kopecks !== 0, 'mayNotBeZero'),
      reason: requiredText(1000),
    }),
    response: z.object({ correctionId: z.string() }),
  }),
  freeze: contract({
    method: 'post',
    path: '/pay/{employeeId}/{month}/freeze',
    summary: 'Settle a month’s pay: nothing that comes later changes it',
    params: ofMonth,
    response: payStatementSchema,
  }),
};
