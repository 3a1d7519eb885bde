import { z } from 'zod';
import { callTimesSchema } from '@/lib/domain/calls/times';
import { contract } from '@/lib/domain/contract';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId } from '@/lib/domain/text-field';
import { callWordsSchema } from './call-words';
import { historyNouns } from './history-nouns';
import { promiseMinutesSchema } from './promise-minutes-schema';
import { settingVersion } from './setting-version';

const changeView = z.object({
  id: z.string(),
  noun: z.enum(historyNouns),
  nounId: z.string(),
  /** What it is called now, when it is still there. */
  nounName: z.string().nullable(),
  /** Empty where it has no English name of its own. */
  nounNameEn: z.string(),
  at: z.number(),
  employeeId: z.string().nullable(),
  employeeName: z.string().nullable(),
  /** The API token it was done with, by its name. */
  tokenLabel: z.string().nullable(),
  fields: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
  reason: z.string().nullable(),
});

export type ChangeView = z.infer<typeof changeView>;

const callWords = callWordsSchema.required();
const callTimes = callTimesSchema.required();
const promiseMinutes = promiseMinutesSchema.required();

export const settingsContracts = {
  getTimes: contract({
    method: 'get',
    path: '/settings/times',
    summary: 'The times of a call (IN-11)',
    response: z.object({ times: callTimes, version: settingVersion }),
  }),
  updateTimes: contract({
    method: 'put',
    path: '/settings/times',
    summary: 'Changes the times of calls that begin from now on',
    body: callTimes.extend({ version: settingVersion }),
    response: z.object({ times: callTimes, version: settingVersion }),
  }),
  getPromises: contract({
    method: 'get',
    path: '/settings/promises',
    summary: 'Working minutes until the next reaction of each route comes due',
    response: z.object({ promises: promiseMinutes, version: settingVersion }),
  }),
  updatePromises: contract({
    method: 'put',
    path: '/settings/promises',
    summary: 'Changes them for reactions written from now on',
    body: promiseMinutes.extend({ version: settingVersion }),
    response: z.object({ promises: promiseMinutes, version: settingVersion }),
  }),
  getCallWords: contract({
    method: 'get',
    path: '/settings/call-words',
    summary: 'What callers hear when nobody answers them (IN-11)',
    response: z.object({ words: callWords, version: settingVersion }),
  }),
  updateCallWords: contract({
    method: 'put',
    path: '/settings/call-words',
    summary: 'Changes what callers hear from now on',
    body: callWords.extend({ version: settingVersion }),
    response: z.object({ words: callWords, version: settingVersion }),
  }),
  listChanges: contract({
    method: 'get',
    path: '/settings/changes',
    summary: 'Who changed what, newest first',
    query: pageQuery.extend({ noun: z.enum(historyNouns).optional(), nounId: recordId.optional() }),
    response: pageOf(changeView),
  }),
};
