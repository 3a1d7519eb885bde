import type { z } from 'zod';
import { type Narrowed, seenFiltersOf } from '@/lib/domain/access-log/seen';
import { mayExport } from '@/lib/domain/employees/permissions';
import { type FieldErrors, forbidden, invalid } from '@/lib/domain/errors';
import { type ExportedList, fileNameOf, mostExportedRows } from '@/lib/domain/exports/exported-list';
import type { CodeLengthOf } from '@/lib/domain/phones/area-code-lengths';
import { type Context, signedIn } from '@/lib/operations/context';
import { readCodeLengths } from '@/lib/operations/settings/read-code-lengths';
import { type Exported, exported } from './exported-lists';

/** The rows of a list, some at a time; the last part says whether the list goes on beyond what is given. */
export type ExportedRows = AsyncGenerator<{ rows: unknown[]; isCut: boolean }, void>;

const rowsOfPage = 200;

/**
 * A list to be taken along, read page by page as the screen reads it, by the same rights. That it was taken, narrowed by
 * what, and how many of its rows, is on record once they are all handed out, or as soon as whoever takes them turns
 * away (CS-10).
 * @throws Refusal `forbidden`; `invalid` for a filter the list does not have, and what the list itself refuses
 */
export async function exportList(
  context: Context,
  input: { list: ExportedList; [filter: string]: unknown },
  most = mostExportedRows,
): Promise<{ list: ExportedList; fileName: string; rows: ExportedRows; codeLengthOf: CodeLengthOf }> {
  if (!mayExport(signedIn(context))) throw forbidden();
  const { list, language: _, ...filters } = input;
  const { query, read, aboutOf } = exported[list] as Exported<unknown>;
  const asked = readFilters(query, filters);
  const unseen: Context = { ...context, saw: () => undefined };
  const page = (after?: string) => read(unseen, { ...asked, after, limit: rowsOfPage });
  const first = await page();
  const note = (rowCount: number) =>
    context.saw({
      kind: 'listFile',
      subjectId: list,
      counterpartyId: typeof asked.counterpartyId === 'string' ? asked.counterpartyId : null,
      rowCount,
      filters: seenFiltersOf({ ...asked, ...(asked.query ? { text: asked.query } : {}) } as Narrowed),
      takingId: context.newId(),
    });
  const codeLengthOf = await readCodeLengths(context.read);
  const fileName = fileNameOf(list, aboutOf?.(first.rows));
  return { list, fileName, rows: rowsOf(first, page, most, note), codeLengthOf };
}

type Found = Awaited<ReturnType<Exported<unknown>['read']>>;

async function* rowsOf(
  first: Found,
  page: (after: string) => Promise<Found>,
  most: number,
  note: (rowCount: number) => void,
): ExportedRows {
  let given = 0;
  try {
    for (let current = first; ; current = await page(current.next!)) {
      const rows = current.rows.slice(0, most - given);
      const isLast = current.next === null;
      const isFull = rows.length < current.rows.length || (!isLast && given + rows.length === most);
      const isCut = isFull || current.isCut === true;
      given += rows.length;
      yield { rows, isCut };
      if (isLast || isCut) return;
    }
  } finally {
    note(given);
  }
}

function readFilters(query: z.ZodObject, filters: Record<string, unknown>): Record<string, unknown> {
  const wrong: FieldErrors = {};
  for (const name of Object.keys(filters)) {
    if (!(name in query.shape) || name === 'after' || name === 'limit') wrong[name] = 'invalid';
  }
  const read = query.safeParse(filters);
  for (const issue of read.error?.issues ?? []) wrong[issue.path.join('.')] ??= issue.message;
  if (!read.success || Object.keys(wrong).length > 0) throw invalid(wrong);
  return read.data;
}
