import { sql } from 'drizzle-orm';
import type { ImportKind, ImportState } from '@/lib/domain/imports/import-kind';
import type { ImportResult, RowProblem, RowUndoing } from '@/lib/domain/imports/import-row';
import type { Kit } from './kit';

export function defineImports(k: Kit) {
  const imports = k.table(
    'imports',
    {
      id: k.text('id').primaryKey(),
      kind: k.text('kind').$type<ImportKind>().notNull(),
      state: k.text('state').$type<ImportState>().notNull(),
      fileName: k.text('file_name').notNull(),
      employeeId: k.text('employee_id').notNull(),
      /** The headings of the file. */
      titles: k.json<string[]>('titles').notNull(),
      /** A fingerprint of the headings: a file with the same ones is mapped as the last was. */
      titlesKey: k.sortable('titles_key').notNull(),
      mapping: k.json<Record<string, string>>('mapping').notNull(),
      rowCount: k.integer('row_count').notNull(),
      /** How many rows of the file are dealt with: it goes on after them. */
      doneCount: k.integer('done_count').notNull(),
      createdCount: k.integer('created_count').notNull(),
      updatedCount: k.integer('updated_count').notNull(),
      /** Rows left out. */
      errorCount: k.integer('error_count').notNull(),
      createdAt: k.time('created_at').notNull(),
      /** When its last row was dealt with; null also for those of which no rows were kept to undo them by. */
      endedAt: k.time('ended_at'),
      /** Something unforeseen stopped it, or its undoing. */
      failedAt: k.time('failed_at'),
      /** Its rows are undone from the last to the first; those from this one on are. */
      undoneFrom: k.integer('undone_from'),
      undoneAt: k.time('undone_at'),
      undoneBy: k.text('undone_by'),
      undoneCount: k.integer('undone_count').notNull(),
      /** Rows not undone: what they made was changed since, or is in use. */
      keptCount: k.integer('kept_count').notNull(),
    },
    (t) => [
      k.index('imports_newest').on(t.createdAt, t.id),
      k.index('imports_kind').on(t.kind, t.createdAt, t.id),
      k.index('imports_titles').on(t.kind, t.titlesKey, t.createdAt),
      k.index('imports_open').on(t.createdAt, t.id).where(sql`state in ('receiving', 'running', 'undoing')`),
    ],
  );

  /** What of a file is not dealt with yet, some rows at a time. */
  const importParts = k.table(
    'import_parts',
    {
      importId: k.text('import_id').notNull(),
      /** The place of its first row in the file, counted from 0. */
      firstIndex: k.integer('first_index').notNull(),
      rows: k.json<{ cells: string[]; problems?: RowProblem[] }[]>('rows').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.importId, t.firstIndex] })],
  );

  /** What came of a row, where something came of it: it made or changed something, or there is something to say of it. */
  const importRows = k.table(
    'import_rows',
    {
      importId: k.text('import_id').notNull(),
      /** As people count lines of a file: the headings are line 1. */
      row: k.integer('row').notNull(),
      result: k.text('result').$type<ImportResult>().notNull(),
      problems: k.json<RowProblem[]>('problems').notNull(),
      /** As they stood in the file; null where there is nothing to say of the row. */
      cells: k.json<string[]>('cells'),
      /** What it made or changed. */
      nounId: k.text('noun_id'),
      counterpartyId: k.text('counterparty_id'),
      /** The version that an undoing must still find. */
      version: k.integer('version'),
      /** What it changed, as it was. */
      before: k.json<Record<string, unknown>>('before'),
      undoing: k.text('undoing').$type<RowUndoing>(),
    },
    (t) => [
      k.primaryKey({ columns: [t.importId, t.row] }),
      k.index('import_rows_noun').on(t.nounId, t.importId).where(sql`noun_id is not null`),
      k.index('import_rows_problems').on(t.importId, t.row).where(sql`cells is not null`),
      k.index('import_rows_kept').on(t.importId, t.row).where(sql`undoing in ('changed', 'inUse')`),
    ],
  );

  return { imports, importParts, importRows };
}
