import { updateScoreCard, updateScoreCardEdition } from '@/db/score-cards';
import { type ScoreCardState, scoreCardAfter } from '@/lib/domain/score-cards/score-card';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardForEmployee, refuseOtherEdition, tellOfCard } from './card-for-reviewer';

/**
 * The employee has read their card, or what a reviewer answered to their objection: that is its end.
 * @throws Refusal `notFound` for anybody else, `conflict` when it was sent anew meanwhile, `notPossibleNow` while their
 *   objection waits
 */
export async function acknowledgeScoreCard(
  context: Context,
  input: { cardId: string; edition: number },
): Promise<{ state: ScoreCardState }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const card = await cardForEmployee(tx, person, input.cardId);
    refuseOtherEdition(card, input.edition);
    if (card.state === 'acknowledged') return { state: card.state };
    const state = scoreCardAfter(card.state, 'acknowledge') as ScoreCardState;
    await updateScoreCardEdition(
      tx,
      { cardId: card.id, edition: card.edition },
      { acknowledgedAt: context.now() },
    );
    await updateScoreCard(tx, card.id, { state });
    tellOfCard(tx, card);
    return { state };
  });
}
