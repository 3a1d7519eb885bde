import { type AppealRow, getAppeal, getAppealLocked } from '@/db/appeals';
import { listVisibleCounterparties } from '@/db/counterparties';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { Person } from '@/lib/domain/employees/employee';
import { notFound, Refusal } from '@/lib/domain/errors';
import type { Tx } from '@/lib/operations/context';
import { refuseErasedCard } from '@/lib/operations/counterparties/refuse-erased';

/**
 * An appeal of a card the person may see, locked for a change.
 * @throws Refusal `notFound`, `conflict` when it was changed since the given version, `notPossibleNow` of an erased card
 */
export async function visibleAppealLocked(
  tx: Tx,
  person: Person,
  { appealId, version }: { appealId: string; version: number },
): Promise<AppealRow> {
  const known = await getAppeal(tx, appealId);
  const [card] = known
    ? await listVisibleCounterparties(tx, cardScopeOf(person), [known.counterpartyId])
    : [];
  if (!card) throw notFound('appeal');
  await refuseErasedCard(tx, card.id);
  const appeal = (await getAppealLocked(tx, appealId))!;
  if (appeal.version !== version) throw new Refusal('conflict', 'the appeal was changed meanwhile');
  return appeal;
}
