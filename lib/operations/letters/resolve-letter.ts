import { listVisibleCounterparties } from '@/db/counterparties';
import { getLetterLocked, updateLetter } from '@/db/letters';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { isStuckLetter, type LetterResolution } from '@/lib/domain/letters/letter';
import { mayResolveLetter } from '@/lib/domain/letters/letter-rights';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { settleStuckLetter } from './tell-author';

/**
 * Of a letter that failed or that nobody confirmed, its author or their head says that it is to be sent again, or that it
 * was sent.
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` when there is nothing to decide
 */
export async function resolveLetter(
  context: Context,
  input: { letterId: string; as: LetterResolution },
): Promise<{ letterId: string }> {
  const person = signedIn(context);
  const now = context.now();
  return context.tx(async (tx) => {
    const letter = await getLetterLocked(tx, input.letterId);
    if (!letter) throw notFound('letter');
    if (!mayResolveLetter(person, letter)) {
      const [card] = await listVisibleCounterparties(tx, cardScopeOf(person), [letter.counterpartyId]);
      throw card ? forbidden() : notFound('letter');
    }
    if (!isStuckLetter(letter.state)) {
      throw new Refusal('notPossibleNow', 'there is nothing to decide', {}, { reason: 'alreadyDone' });
    }
    if (input.as === 'sendAgain' && letter.to.length === 0) {
      throw new Refusal('notPossibleNow', 'the letter was erased', {}, { reason: 'alreadyDone' });
    }
    await updateLetter(
      tx,
      letter.id,
      input.as === 'wasSent'
        ? { state: 'sent', sentAt: now }
        : { state: 'waiting', attempts: 0, nextAttemptAt: now },
    );
    if (input.as === 'wasSent') await settleStuckLetter(tx, context, letter, person.id);
    tell(tx, { noun: 'letter', nounId: letter.id }, { noun: 'appeal', nounId: letter.appealId });
    return { letterId: letter.id };
  });
}
