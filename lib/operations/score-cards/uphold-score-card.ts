import { updateScoreCard, updateScoreCardEdition } from '@/db/score-cards';
import { type ScoreCardState, scoreCardAfter } from '@/lib/domain/score-cards/score-card';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardForReviewer, refuseOtherEdition, tellOfCard } from './card-for-reviewer';

/**
 * A reviewer stands by a card that was objected to, and says why; the employee has that to acknowledge (IN-13).
 * @throws Refusal `notFound`, `conflict` when it was sent anew meanwhile, `notPossibleNow` when no objection waits
 */
export async function upholdScoreCard(
  context: Context,
  input: { cardId: string; edition: number; reply: string },
): Promise<{ state: ScoreCardState }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const card = await cardForReviewer(tx, person, input.cardId);
    refuseOtherEdition(card, input.edition);
    const state = scoreCardAfter(card.state, 'uphold') as ScoreCardState;
    await updateScoreCardEdition(
      tx,
      { cardId: card.id, edition: card.edition },
      { upheldAt: context.now(), upheldBy: person.id, reply: input.reply },
    );
    await updateScoreCard(tx, card.id, { state });
    tellOfCard(tx, card);
    return { state };
  });
}
