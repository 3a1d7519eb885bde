import { updateScoreCard, updateScoreCardEdition } from '@/db/score-cards';
import { type ScoreCardState, scoreCardAfter } from '@/lib/domain/score-cards/score-card';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardForEmployee, refuseOtherEdition, tellOfCard } from './card-for-reviewer';

/**
 * The employee objects to a card sent to them, and says why; a reviewer changes it or stands by it (IN-13).
 * @throws Refusal `notFound` for anybody else, `conflict` when it was sent anew meanwhile, `notPossibleNow` when it was
 *   answered already
 */
export async function objectToScoreCard(
  context: Context,
  input: { cardId: string; edition: number; objection: string },
): Promise<{ state: ScoreCardState }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const card = await cardForEmployee(tx, person, input.cardId);
    refuseOtherEdition(card, input.edition);
    const state = scoreCardAfter(card.state, 'object') as ScoreCardState;
    await updateScoreCardEdition(
      tx,
      { cardId: card.id, edition: card.edition },
      { objectedAt: context.now(), objection: input.objection },
    );
    await updateScoreCard(tx, card.id, { state });
    tellOfCard(tx, card);
    return { state };
  });
}
