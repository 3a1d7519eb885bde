/** How the file of a list is called; `about` says which of several it is. */
export const fileNameOf = (list: ExportedList, about = '') =>
  `callboard-${[list, about.replace(/[^\p{L}\p{N}-]+/gu, '-').replace(/^-|-$/g, '')].filter(Boolean).join('-')}.csv`;

/** Every list that can be taken along as a file, by its name in the address. */
export const exportedLists = [
  'counterparties',
  'duplicates',
  'purchases',
  'folders',
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
  'score-cards',
  'pay',
  'pay-sources',
  'complaints',
  'rounds',
  'assignments',
  'unlisted-answers',
  'imports',
  'import-rows',
  'employees',
  'cities',
  'blocked-numbers',
  'history',
  'access-log',
  'audit-log',
  'counted-calls',
  'counted-missed-callers',
  'counted-next-reactions',
  'counted-leads',
  'counted-appeals',
  'counted-complaints',
] as const;
export type ExportedList = (typeof exportedLists)[number];

/** A longer list is cut after so many rows, and its file says so: narrow the list. */
export const mostExportedRows = 100_000;
