import { type AppealRow, getAppealLocked } from '@/db/appeals';
import { listVisibleCounterparties } from '@/db/counterparties';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { Person } from '@/lib/domain/employees/employee';
import { notFound, Refusal } from '@/lib/domain/errors';
import type { Tx } from '@/lib/operations/context';

/**
 * An appeal of a card the person may see, locked for a change.
 * @throws Refusal `notFound`, `conflict` when it was changed since the given version
 */
export async function visibleAppealLocked(
  tx: Tx,
  person: Person,
  { appealId, version }: { appealId: string; version: number },
): Promise<AppealRow> {
  const appeal = await getAppealLocked(tx, appealId);
  const [card] = appeal
    ? await listVisibleCounterparties(tx, cardScopeOf(person), [appeal.counterpartyId])
    : [];
  if (!appeal || !card) throw notFound('appeal');
  if (appeal.version !== version) throw new Refusal('conflict', 'the appeal was changed meanwhile');
  return appeal;
}
