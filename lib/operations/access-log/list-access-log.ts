import { type AccessRow, listAccesses } from '@/db/access-log';
import { listAppealsByIds } from '@/db/appeals';
import { listVisibleCounterparties } from '@/db/counterparties';
import type { AccessView } from '@/lib/domain/access-log/access-log.contract';
import type { SeenFilter, SeenKind } from '@/lib/domain/access-log/seen';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import { mayReadAccessLog } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';

/** What stands there in place of a cursor is the first card found, or the taking of the file. */
const namesNoPage = new Set<SeenKind>(['foundCounterparties', 'listFile']);

/**
 * CS-10: who opened what, newest first; if wanted, of one person or of one card alone. A card that the reader may not see
 * stays without its name.
 * @throws Refusal `forbidden`
 */
export async function listAccessLog(
  context: Context,
  input: { employeeId?: string; counterpartyId?: string; after?: string; limit: number },
): Promise<Page<AccessView>> {
  const person = signedIn(context);
  if (!mayReadAccessLog(person)) throw forbidden();
  const { read: db } = context;
  const found = await listAccesses(db, {
    employeeId: input.employeeId,
    counterpartyId: input.counterpartyId,
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const { rows, next } = toPage(found, input.limit, (last) => cursorOf(last.at, last.id));
  const names = await shortNames(
    db,
    rows.map((row) => row.employeeId),
  );
  const cards = await listVisibleCounterparties(db, cardScopeOf(person), [
    ...new Set(rows.flatMap((row) => row.counterpartyId ?? [])),
  ]);
  const appeals = await listAppealsByIds(db, [
    ...new Set(rows.flatMap((row) => (row.kind === 'appeal' ? row.subjectId : []))),
  ]);
  const cardOf = ({ counterpartyId: id }: AccessRow): AccessView['counterparty'] =>
    id === null ? null : { id, name: cards.find((card) => card.id === id)?.name ?? null };
  return {
    rows: rows.map((row) => ({
      id: row.id,
      at: row.at,
      employee: { id: row.employeeId, name: names.get(row.employeeId) ?? '' },
      via: row.via,
      kind: row.kind,
      subjectId: row.subjectId || null,
      appealNumber: appeals.find(({ id }) => row.kind === 'appeal' && id === row.subjectId)?.number ?? null,
      counterparty: cardOf(row),
      rowCount: row.rowCount,
      filters: row.filters === '' ? [] : (row.filters.split(',') as SeenFilter[]),
      isLaterPage: !namesNoPage.has(row.kind) && row.afterId !== '',
    })),
    next,
  };
}
