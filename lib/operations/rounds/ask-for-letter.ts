import { listLettersOf } from '@/db/round-letters';
import type { RoundRow } from '@/db/rounds';
import type { Context, Tx } from '@/lib/operations/context';

/**
 * SA-2: what a round keeps of the letter the client promised in it. Of a client one letter is waited for, by the first round
 * that asked; who wrote one is not asked again.
 */
export async function askForLetter(
  tx: Tx,
  context: Context,
  round: RoundRow,
): Promise<Pick<RoundRow, 'letterState' | 'letterAskedAt'>> {
  const letters = await listLettersOf(tx, round.counterpartyId);
  if (letters.some(({ letterState }) => letterState === 'received')) {
    return { letterState: null, letterAskedAt: null };
  }
  return { letterState: letters.length === 0 ? 'asked' : null, letterAskedAt: context.now() };
}
