import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { requiredText } from '@/lib/domain/text-field';
import { importFields, importMappingSchema } from './import-columns';
import { importProblems } from './import-row';

/** A file of 5 MB in Windows-1251 doubles when it is sent as UTF-8. */
export const largestImportBytes = 5 * 1024 * 1024;
const largestBody = 2 * largestImportBytes;
/** The person waits for the answer: a larger file is divided. */
export const mostImportRows = 5000;
export const importRowsShown = 100;

export const importResults = ['create', 'complete', 'same', 'error'] as const;
export type ImportResult = (typeof importResults)[number];

const problemSchema = z.object({
  row: z.number(),
  field: z.enum(importFields),
  problem: z.enum(importProblems),
});

export const importPreviewSchema = z.object({
  titles: z.array(z.string()),
  mapping: z.record(z.string(), z.enum(importFields)),
  rowCount: z.number(),
  counts: z.record(z.enum(importResults), z.number()),
  rows: z.array(
    z.object({
      row: z.number(),
      result: z.enum(importResults),
      name: z.string(),
      contract: z.string(),
      phone: z.string(),
      city: z.string(),
      problems: z.array(problemSchema.omit({ row: true })),
    }),
  ),
});
export type ImportPreview = z.output<typeof importPreviewSchema>;

export const importDoneSchema = z.object({
  importId: z.string(),
  createdCount: z.number(),
  updatedCount: z.number(),
  errors: z.array(problemSchema),
});
export type ImportDone = z.output<typeof importDoneSchema>;

const text = z.string().min(1, 'import.errors.noRows').max(largestImportBytes, 'import.errors.tooLarge');

export const importContracts = {
  preview: contract({
    method: 'post',
    path: '/counterparties/imports/preview',
    summary: 'What a CSV file would do: columns, new and completed cards, row errors; writes nothing',
    body: z.object({ text, mapping: importMappingSchema.optional() }),
    response: importPreviewSchema,
    maxBytes: largestBody,
  }),
  run: contract({
    method: 'post',
    path: '/counterparties/imports',
    summary: 'Import a CSV file; one that was cut off goes on when it is sent again with its key',
    body: z.object({ fileName: requiredText(200), text, mapping: importMappingSchema }),
    response: importDoneSchema,
    maxBytes: largestBody,
  }),
  list: contract({
    method: 'get',
    path: '/counterparties/imports',
    summary: 'Past imports, newest first',
    query: pageQuery,
    response: pageOf(
      z.object({
        id: z.string(),
        fileName: z.string(),
        employeeName: z.string().nullable(),
        createdAt: z.number(),
        createdCount: z.number(),
        updatedCount: z.number(),
        errors: z.array(problemSchema),
      }),
    ),
  }),
};
