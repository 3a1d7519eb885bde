import type { ChangeRow } from '@/db/changes';
import { listCounterpartiesByIds } from '@/db/counterparties';
import { listMergedIds } from '@/db/counterparty-merges';
import type { Db } from '@/db/store';
import type { CardChange } from '@/lib/domain/counterparties/card-timeline';
import { describeChangeRows } from '@/lib/operations/reactions/describe-changes';

/** Each is read by an index of its own; what became the card before that stands on those cards alone. */
const mostMerged = 20;

/** Ids of the cards whose changes are the card's history: its own, and those of the cards that became it. */
export async function idsOfHistory(db: Db, counterpartyId: string): Promise<string[]> {
  return [counterpartyId, ...(await listMergedIds(db, counterpartyId, mostMerged))];
}

/** Changes of a card and of those that became it, with the people named, and the other card where it was changed. */
export async function describeCardChanges(
  db: Db,
  counterpartyId: string,
  rows: readonly ChangeRow[],
): Promise<CardChange[]> {
  const others = [...new Set(rows.map(({ nounId }) => nounId))].filter((id) => id !== counterpartyId);
  const names = new Map((await listCounterpartiesByIds(db, others)).map(({ id, name }) => [id, name]));
  const changes = await describeChangeRows(db, rows);
  return changes.map((change, index) => ({
    ...change,
    id: rows[index]!.id,
    mergedCard: names.get(rows[index]!.nounId) ?? null,
  }));
}
