import { insertChange } from '@/db/changes';
import { getCounterpartyLocked, updateCounterparty } from '@/db/counterparties';
import { listEmailsOfCounterparties } from '@/db/counterparty-emails';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { normaliseEmail } from '@/lib/domain/normalise-email';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { saveCardLists } from './save-card-lists';

/** Adds e-mail addresses that the card does not know to its own, with history. */
export async function keepAddresses(
  tx: Tx,
  context: Context,
  {
    counterpartyId,
    addresses,
    employeeId,
  }: { counterpartyId: string; addresses: readonly string[]; employeeId: string },
): Promise<void> {
  const card = await getCounterpartyLocked(tx, counterpartyId);
  if (!card || card.erasedAt !== null) return;
  const known = await listEmailsOfCounterparties(tx, [card.id]);
  const own = known.filter(({ contactId }) => contactId === null).map(({ address }) => address);
  const unknown = addresses.filter((address) =>
    known.every(({ addressNorm }) => addressNorm !== normaliseEmail(address)),
  );
  const emails = [...own, ...unknown].slice(0, Math.max(own.length, cardLimits.emails));
  const fields = await saveCardLists(tx, context, card.id, { emails }, null);
  if (Object.keys(fields).length === 0) return;
  const now = context.now();
  await updateCounterparty(tx, card.id, { updatedAt: now, version: card.version + 1 });
  await insertChange(tx, {
    id: context.newId(),
    noun: 'counterparty',
    nounId: card.id,
    at: now,
    employeeId,
    fields,
  });
  tell(tx, { noun: 'counterparty', nounId: card.id });
}
