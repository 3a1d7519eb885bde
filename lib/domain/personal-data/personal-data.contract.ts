import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId, requiredText } from '@/lib/domain/text-field';
import { heldKinds } from './held-kind';
import { subjectKinds } from './subject';

const subjectName = z.object({
  kind: z.enum(subjectKinds, 'notAChoice'),
  id: z.string().min(1, 'required').max(64, 'tooLong'),
});

const subjectView = subjectName.extend({
  /** What is typed to confirm the erasure: a name, or the number as people write it. */
  name: z.string(),
  /** The card of a contact person. */
  cardName: z.string().nullable(),
});
export type SubjectView = z.infer<typeof subjectView>;

const countView = z.object({ kind: z.enum(heldKinds), count: z.number() });
export type HeldCount = z.infer<typeof countView>;

const erasurePreview = z.object({
  subject: subjectView,
  counts: z.array(countView),
  /** What the erasure ends, with the reason of the request. */
  open: z.object({
    appeals: z.number(),
    nextReactions: z.number(),
    unfinishedCalls: z.number(),
    rounds: z.number(),
    letters: z.number(),
    complaints: z.number(),
    folders: z.number(),
  }),
  /** Calls under way: nothing can be erased until they have ended. */
  liveCalls: z.number(),
  /** Names, numbers and addresses that also stand with others, and stay there. */
  shared: z.array(z.string()),
  /** An erasure of the same data that is under way. */
  runningErasureId: z.string().nullable(),
});
export type ErasurePreview = z.infer<typeof erasurePreview>;

const erasureStates = ['running', 'clearing', 'done'] as const;
export type ErasureState = (typeof erasureStates)[number];

const entryKinds = [
  'begun',
  'promisesEnded',
  'rowsErased',
  'mentionsErased',
  'filesDeleted',
  'copiesErased',
  'filesSearched',
  'spaceCleared',
  'failed',
  'done',
] as const;
export type EntryKind = (typeof entryKinds)[number];

const entryView = z.object({
  id: z.number(),
  at: z.number(),
  what: z.enum(entryKinds),
  kind: z.enum(heldKinds).nullable(),
  count: z.number(),
});
export type ErasureEntry = z.infer<typeof entryView>;

const erasureView = z.object({
  id: z.string(),
  number: z.number(),
  state: z.enum(erasureStates),
  kind: z.enum(subjectKinds),
  requestNumber: z.string(),
  requestedOn: z.string(),
  legalBasis: z.string(),
  reason: z.string(),
  digest: z.string(),
  createdAt: z.number(),
  employee: personNameSchema,
  finishedAt: z.number().nullable(),
  counts: z.array(countView),
  /** How far the work has come, 0 to 100. */
  percent: z.number(),
  /** The last attempt failed; it is tried again by itself. */
  hasFailed: z.boolean(),
  /** The files in which the last search found something of the person. */
  foundIn: z.array(z.string()),
  /** When what failed is tried again (epoch ms). */
  nextAttemptAt: z.number().nullable(),
});
export type ErasureView = z.infer<typeof erasureView>;

const day = z.iso.date('invalid');

export const erasureRequest = subjectName.extend({
  /** The name of the person or organisation, or the number, typed anew. */
  confirmation: requiredText(300),
  requestNumber: requiredText(60),
  /** `YYYY-MM-DD`. */
  requestedOn: day,
  legalBasis: requiredText(300),
  reason: requiredText(300),
});

const language = z.enum(['ru', 'en'], 'notAChoice').default('ru');
const erasureId = z.object({ erasureId: recordId });

export const personalDataContracts = {
  find: contract({
    method: 'get',
    path: '/personal-data/subjects',
    summary: 'Whose data it is, by the phone, e-mail, INN or whole name that a request gives',
    query: z.object({ text: requiredText(200) }),
    response: z.object({ subjects: z.array(subjectView) }),
  }),
  preview: contract({
    method: 'get',
    path: '/personal-data/{kind}/{id}',
    summary: 'What is held of one person and what stands against erasing it',
    params: subjectName,
    response: erasurePreview,
  }),
  take: contract({
    method: 'get',
    path: '/personal-data/{kind}/{id}/export',
    summary:
      'Everything held of one person as a ZIP file: a page to read, JSON, recordings and attachments (CS-10)',
    params: subjectName,
    query: z.object({ language }),
    response: z.string(),
    mediaType: 'application/zip',
  }),
};

export const erasureContracts = {
  list: contract({
    method: 'get',
    path: '/erasures',
    summary: 'Erasures of personal data, newest first',
    query: pageQuery,
    response: pageOf(erasureView),
  }),
  start: contract({
    method: 'post',
    path: '/erasures',
    summary: "Erases one person's data everywhere; the answer alone names the person for the act",
    body: erasureRequest,
    response: z.object({ erasureId: z.string(), number: z.number(), name: z.string(), code: z.string() }),
  }),
  get: contract({
    method: 'get',
    path: '/erasures/{erasureId}',
    summary: 'How far an erasure has come, with the extract of its log',
    params: erasureId,
    response: z.object({ erasure: erasureView, entries: z.array(entryView) }),
  }),
  finish: contract({
    method: 'post',
    path: '/erasures/{erasureId}/finish',
    summary:
      'Clears what erased rows left in the database file at once instead of at night; calls wait meanwhile',
    params: erasureId,
    response: z.null(),
  }),
  act: contract({
    method: 'get',
    path: '/erasures/{erasureId}/act',
    summary:
      'The act of destruction with the extract of the log, as a page to print; the name is left to be filled in',
    params: erasureId,
    query: z.object({ language }),
    response: z.string(),
    mediaType: 'text/html',
  }),
};
