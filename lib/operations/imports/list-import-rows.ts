import { listCardFields } from '@/db/card-fields';
import { listCounterpartiesByIds } from '@/db/counterparties';
import { listImportRows as listRows } from '@/db/import-rows';
import { mayImport } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import type { ImportRowView, importRowShows } from '@/lib/domain/imports/imports.contract';
import { afterIdOf, cursorOf, numberCursor, type Page, readCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { importOrNotFound } from './get-import';
import { withNames } from './own-fields';

/**
 * Rows that there is something to say of, or that an undoing kept, in the order of the file.
 * @throws Refusal `forbidden`, `notFound`
 */
export async function listImportRows(
  context: Context,
  input: { importId: string; show: (typeof importRowShows)[number]; after?: string; limit: number },
): Promise<Page<ImportRowView>> {
  if (!mayImport(signedIn(context))) throw forbidden();
  const { read: db } = context;
  const job = await importOrNotFound(db, input.importId);
  const found = await listRows(db, {
    importId: job.id,
    show: input.show,
    after: readCursor(input.after, numberCursor)?.[0],
    limit: input.limit + 1,
  });
  const { rows, next } = toPage(found, input.limit, (last) => cursorOf(last.row));
  context.saw({
    kind: 'importRows',
    subjectId: job.id,
    rowCount: rows.length,
    afterId: afterIdOf(input.after),
  });
  const cards = new Map(
    (await listCounterpartiesByIds(db, [...new Set(rows.flatMap((row) => row.counterpartyId ?? []))])).map(
      (card) => [card.id, card.name],
    ),
  );
  const ownFields = await listCardFields(db);
  return {
    rows: rows.map(({ row, result, problems, cells, undoing, counterpartyId: id }) => ({
      row,
      result,
      problems: withNames(problems, ownFields),
      cells: cells ?? [],
      undoing,
      counterparty: id !== null && cards.has(id) ? { id, name: cards.get(id)! } : null,
    })),
    next,
  };
}
