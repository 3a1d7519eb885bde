import { z } from 'zod';
import { journalRowSchema } from '@/lib/domain/calls/journal-view';
import { contract } from '@/lib/domain/contract';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { periodShape, withPeriodInOrder } from '@/lib/domain/reports/period-schema';
import { recordId, requiredText, text } from '@/lib/domain/text-field';
import { stayFigures, trafficSchema } from './traffic';

const scriptId = z.string().min(1, 'required').max(60, 'tooLong');
const aVersion = z.coerce.number().int('invalid').min(1, 'invalid').max(1_000_000, 'invalid');
const wordingVersion = aVersion;
const params = z.object({ scriptId });

const wordsSchema = z.object({ ru: z.string(), en: z.string() });
const wordingSchema = z.record(z.string().max(60, 'tooLong'), wordsSchema);

const publishedWordingSchema = z.object({
  version: z.number(),
  /** Null for the words the script came with, as long as no call was answered by them. */
  publishedAt: z.number().nullable(),
  /** Null for the words the script came with. */
  publishedBy: personNameSchema.nullable(),
  note: z.string(),
});
export type PublishedWording = z.output<typeof publishedWordingSchema>;

const wordingWithWordsSchema = publishedWordingSchema.extend({ words: wordingSchema });
export type WordingWithWords = z.output<typeof wordingWithWordsSchema>;

const wordingInHistorySchema = publishedWordingSchema.extend({
  /** What it changed in the version before it. */
  changes: z.array(
    z.object({ key: z.string(), before: wordsSchema.nullable(), after: wordsSchema.nullable() }),
  ),
});
export type WordingInHistory = z.output<typeof wordingInHistorySchema>;

const callScriptSchema = z.object({
  id: z.string(),
  /** Of the chart. */
  version: z.number(),
  wording: publishedWordingSchema,
});

const callScriptPageSchema = callScriptSchema.extend({
  wording: wordingWithWordsSchema,
  may: z.object({ publish: z.boolean() }),
});
export type CallScriptPage = z.output<typeof callScriptPageSchema>;

const unlistedAnswerSchema = z.object({
  id: z.number(),
  step: z.string(),
  /** What the caller said, as the manager wrote it down; may be empty. */
  words: z.string(),
  at: z.number(),
  callId: z.string(),
  employee: personNameSchema.nullable(),
});
export type UnlistedAnswer = z.output<typeof unlistedAnswerSchema>;

const ofVersions = {
  /** Of the chart; the newest one, unless another is named. */
  machineVersion: aVersion.optional(),
  wordingVersion: aVersion.optional(),
};
const scriptPeriod = { ...periodShape, ...ofVersions };

const stayQuery = {
  ...scriptPeriod,
  step: recordId,
  figure: z.enum(stayFigures).default('all'),
  /** The way the step was left by, all three of it. */
  event: text(60).optional(),
  /** None: not by a numbered answer. */
  answer: z.coerce.number().int('invalid').min(1, 'invalid').max(99, 'invalid').optional(),
  nextStep: recordId.optional(),
};

export const callScriptContracts = {
  list: contract({
    method: 'get',
    path: '/call-scripts',
    summary: 'Call scripts with the words in force',
    response: z.object({ rows: z.array(callScriptSchema) }),
  }),
  get: contract({
    method: 'get',
    path: '/call-scripts/{scriptId}',
    summary: 'One call script with the words of every step',
    params,
    response: callScriptPageSchema,
  }),
  listWordings: contract({
    method: 'get',
    path: '/call-scripts/{scriptId}/wordings',
    summary: 'Published versions of the words, newest first, each with what it changed',
    params,
    query: pageQuery,
    response: pageOf(wordingInHistorySchema),
  }),
  getWording: contract({
    method: 'get',
    path: '/call-scripts/{scriptId}/wordings/{wordingVersion}',
    summary: 'One published version of the words',
    params: params.extend({ wordingVersion }),
    response: wordingWithWordsSchema,
  }),
  publishWording: contract({
    method: 'post',
    path: '/call-scripts/{scriptId}/wordings',
    summary: 'Publish the words of every step as a new version; running calls keep theirs',
    params,
    body: z.object({
      /** The version the words were written from; another one published since is a conflict. */
      basedOn: wordingVersion,
      words: wordingSchema,
      note: requiredText(1000),
    }),
    response: z.object({ version: z.number() }),
    maxBytes: 256 * 1024,
  }),
  listUnlistedAnswers: contract({
    method: 'get',
    path: '/call-scripts/{scriptId}/unlisted-answers',
    summary: 'What callers said that no answer of a step lists, newest first',
    params,
    query: withPeriodInOrder(z.object({ ...pageQuery.shape, ...scriptPeriod, step: recordId.optional() })),
    response: pageOf(unlistedAnswerSchema),
  }),
  readTraffic: contract({
    method: 'get',
    path: '/call-scripts/{scriptId}/traffic',
    summary:
      'How calls of a period went through one version of the chart: its steps and the ways between them',
    params,
    query: withPeriodInOrder(z.object(scriptPeriod)),
    response: trafficSchema,
  }),
  listCalls: contract({
    method: 'get',
    path: '/call-scripts/{scriptId}/calls',
    summary: 'The calls behind a figure of a step, newest first',
    params,
    query: withPeriodInOrder(z.object({ ...pageQuery.shape, ...stayQuery })),
    response: pageOf(journalRowSchema),
  }),
};
