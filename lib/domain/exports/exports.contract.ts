import { z } from 'zod';
import { contract } from '@/lib/domain/contract';

/** Every list that can be taken along as a file, by its name in the address. */
export const exportedLists = [
  'counterparties',
  'duplicates',
  'purchases',
  'attachments',
  'calls',
  'card-calls',
  'missed-callers',
  'unfinished-calls',
  'next-reactions',
  'reactions',
  'slipped',
  'appeals',
  'leads',
  'letters',
  'reviews',
  'remarks',
  'unlisted-answers',
  'imports',
  'import-rows',
  'employees',
  'cities',
  'blocked-numbers',
  'history',
  'access-log',
  'counted-calls',
  'counted-missed-callers',
  'counted-next-reactions',
  'counted-leads',
  'counted-appeals',
] as const;
export type ExportedList = (typeof exportedLists)[number];

/** A longer list is cut after so many rows, and its file says so: narrow the list. */
export const mostExportedRows = 100_000;

export const exportContracts = {
  take: contract({
    method: 'get',
    path: '/exports/{list}',
    summary:
      'A list as a file for spreadsheets, narrowed by the filters that the list itself takes; who took it is kept (CS-10)',
    params: z.object({ list: z.enum(exportedLists, 'notAChoice') }),
    query: z.looseObject({ language: z.enum(['ru', 'en'], 'notAChoice').default('ru') }),
    response: z.string(),
    mediaType: 'text/csv',
  }),
};
