import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { dayMs } from '@/lib/domain/duration';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId, requiredText } from '@/lib/domain/text-field';
import { importKinds, importStates } from './import-kind';
import { largestImportBytes } from './import-limits';
import { importFieldSchema, importMappingSchema } from './import-mapping';
import { importProblems, importResults, rowUndoings } from './import-row';

/** A file in Windows-1251 doubles when it is sent as UTF-8. */
const largestBody = 2 * largestImportBytes;
export const importRowsShown = 100;
/** What an import made can be taken back for so long. */
export const undoneWithinMs = 30 * dayMs;

const ownFieldNameSchema = z.object({ name: z.string(), nameEn: z.string() });

const rowProblemSchema = z.object({
  field: importFieldSchema,
  problem: z.enum(importProblems),
  /** What the field is called, when it is one that an administrator has added to the card. */
  ownField: ownFieldNameSchema.optional(),
});
export type RowProblemView = z.output<typeof rowProblemSchema>;

const importPreviewSchema = z.object({
  kind: z.enum(importKinds),
  titles: z.array(z.string()),
  mapping: importMappingSchema,
  /** The fields that an administrator has added to the card, in use. */
  ownFields: z.array(ownFieldNameSchema.extend({ id: z.string() })),
  /** The columns are mapped as they were when a file with the same headings was imported last. */
  isRemembered: z.boolean(),
  /** Why the file cannot be imported so, as a message key; nothing is reckoned then. */
  problem: z.string().nullable(),
  rowCount: z.number(),
  counts: z.record(z.enum(importResults), z.number()),
  rows: z.array(
    z.object({
      row: z.number(),
      result: z.enum(importResults),
      /** What the mapped columns hold. */
      values: z.record(z.string(), z.string()),
      problems: z.array(rowProblemSchema),
    }),
  ),
});
export type ImportPreview = z.output<typeof importPreviewSchema>;

const importViewSchema = z.object({
  id: z.string(),
  kind: z.enum(importKinds),
  state: z.enum(importStates),
  fileName: z.string(),
  employee: personNameSchema.nullable(),
  titles: z.array(z.string()),
  rowCount: z.number(),
  /** Rows dealt with so far. */
  doneCount: z.number(),
  createdCount: z.number(),
  updatedCount: z.number(),
  errorCount: z.number(),
  createdAt: z.number(),
  endedAt: z.number().nullable(),
  failedAt: z.number().nullable(),
  undoneAt: z.number().nullable(),
  undoneBy: personNameSchema.nullable(),
  undoneCount: z.number(),
  keptCount: z.number(),
  may: z.object({ stop: z.boolean(), resume: z.boolean(), undo: z.boolean() }),
});
export type ImportView = z.output<typeof importViewSchema>;

const importRowViewSchema = z.object({
  row: z.number(),
  result: z.enum(importResults),
  problems: z.array(rowProblemSchema),
  /** The line as it stood in the file. */
  cells: z.array(z.string()),
  undoing: z.enum(rowUndoings).nullable(),
  /** The card that the row made or belongs to. */
  counterparty: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type ImportRowView = z.output<typeof importRowViewSchema>;

const file = z.string().min(1, 'import.errors.noRows').max(largestImportBytes, 'import.errors.tooLarge');
const kind = z.enum(importKinds, 'notAChoice');
const params = z.object({ importId: recordId });
const state = z.object({ state: z.enum(importStates) });

export const importRowShows = ['problems', 'kept'] as const;

export const importContracts = {
  preview: contract({
    method: 'post',
    path: '/imports/preview',
    summary: 'What a CSV file would do: columns, new and completed records, row errors; writes nothing',
    body: z.object({ kind, text: file, mapping: importMappingSchema.optional() }),
    response: importPreviewSchema,
    maxBytes: largestBody,
  }),
  start: contract({
    method: 'post',
    path: '/imports',
    summary:
      'Hand in a CSV file; its rows are then dealt with one part after another, whatever becomes of the process',
    body: z.object({ kind, fileName: requiredText(200), text: file, mapping: importMappingSchema }),
    response: z.object({ importId: z.string(), rowCount: z.number() }),
    maxBytes: largestBody,
  }),
  list: contract({
    method: 'get',
    path: '/imports',
    summary: 'Imports, newest first',
    query: pageQuery.extend({ kind: kind.optional() }),
    response: pageOf(importViewSchema),
  }),
  get: contract({
    method: 'get',
    path: '/imports/{importId}',
    summary: 'One import with how far it has come',
    params,
    response: importViewSchema,
  }),
  rows: contract({
    method: 'get',
    path: '/imports/{importId}/rows',
    summary:
      'Rows of an import that there is something to say of, or that its undoing kept, in the order of the file',
    params,
    query: pageQuery.extend({ show: z.enum(importRowShows, 'notAChoice').default('problems') }),
    response: pageOf(importRowViewSchema),
  }),
  stop: contract({
    method: 'post',
    path: '/imports/{importId}/stop',
    summary: 'Stop an import after the part at hand; what it did stays',
    params,
    response: state,
  }),
  resume: contract({
    method: 'post',
    path: '/imports/{importId}/resume',
    summary: 'Go on with a stopped import where it stopped',
    params,
    response: state,
  }),
  undo: contract({
    method: 'post',
    path: '/imports/{importId}/undo',
    summary:
      'Take back, within 30 days, what an import made and nobody changed since; the rest is named and kept',
    params,
    response: state,
  }),
};
