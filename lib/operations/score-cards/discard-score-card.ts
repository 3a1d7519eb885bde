import { deleteScoreCard } from '@/db/score-cards';
import { scoreCardAfter } from '@/lib/domain/score-cards/score-card';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardForReviewer, tellOfCard } from './card-for-reviewer';

/** Discards a draft. @throws Refusal `notFound`, `notPossibleNow` for a card that was sent once */
export async function discardScoreCard(
  context: Context,
  { cardId }: { cardId: string },
): Promise<{ callId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const card = await cardForReviewer(tx, person, cardId);
    scoreCardAfter(card.state, 'discard');
    await deleteScoreCard(tx, card.id);
    tellOfCard(tx, card);
    return { callId: card.callId };
  });
}
