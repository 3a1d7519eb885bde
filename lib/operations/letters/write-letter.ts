import { insertChange } from '@/db/changes';
import { getCounterpartyLocked, updateCounterparty } from '@/db/counterparties';
import { listEmailsOfCounterparties } from '@/db/counterparty-emails';
import { insertLetter } from '@/db/letters';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { Refusal } from '@/lib/domain/errors';
import type { WriteLetter } from '@/lib/domain/letters/letters.contract';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { normaliseEmail, saveCardLists } from '@/lib/operations/counterparties/save-card-lists';
import { refuseContradictions, writeReaction } from '@/lib/operations/reactions/record-reaction';

export type WrittenLetter = {
  letterId: string;
  appealId: string;
  reactionId: string;
  nextReactionIds: string[];
};

/**
 * Writes a letter to a counterparty as one act: the reaction with its text, who acts next or that the appeal is closed, and
 * the letter that is sent after the commit. It may fulfil a next reaction.
 * @throws Refusal as `recordReaction`, and `notPossibleNow` with the reason `noPost` when no mail server is set up
 */
export async function writeLetter(
  context: Context,
  input: WriteLetter,
  { hasPost }: { hasPost: boolean },
): Promise<WrittenLetter> {
  const person = signedIn(context);
  if (!hasPost) throw new Refusal('notPossibleNow', 'no mail server is set up', {}, { reason: 'noPost' });
  const { to, subject, text, counterpartyId, keepsAddresses, ...outcome } = input;
  const addresses = [...new Set(to.map((address) => address.trim()))];
  const now = context.now();
  const record = {
    ...outcome,
    counterparty: { use: 'existing' as const, id: counterpartyId, complete: {} },
    reaction: { type: 'letterOut' as const, topic: subject, note: text },
  };
  refuseContradictions(record, now);
  return context.tx(async (tx) => {
    const written = await writeReaction(tx, context, person, record);
    const letterId = context.newId();
    await insertLetter(tx, {
      id: letterId,
      counterpartyId,
      appealId: written.appealId,
      reactionId: written.reactionId,
      employeeId: person.id,
      departmentId: person.departmentId,
      to: addresses,
      subject,
      text,
      createdAt: now,
      state: 'waiting',
      attempts: 0,
      nextAttemptAt: now,
      startedAt: null,
      sentAt: null,
      problem: null,
    });
    if (keepsAddresses) await keepAddresses(tx, context, counterpartyId, addresses);
    tell(tx, { noun: 'letter', nounId: letterId });
    const { appealId, reactionId, nextReactionIds } = written;
    return { letterId, appealId, reactionId, nextReactionIds };
  });
}

async function keepAddresses(
  tx: Tx,
  context: Context,
  counterpartyId: string,
  addresses: readonly string[],
): Promise<void> {
  const card = await getCounterpartyLocked(tx, counterpartyId);
  if (!card) return;
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
    employeeId: context.person?.id ?? null,
    fields,
  });
  tell(tx, { noun: 'counterparty', nounId: card.id });
}
