import { insertScoreCardEdition, listScoreCardEditions, updateScoreCard } from '@/db/score-cards';
import { invalid, Refusal } from '@/lib/domain/errors';
import { isSameContent, scoreCardAfter, scoreOf, unreadyParts } from '@/lib/domain/score-cards/score-card';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardForReviewer, refuseOtherVersion, tellOfCard } from './card-for-reviewer';

/**
 * Sends a card to the employee who answered the call. Sending it changed, after an objection or on second thoughts, makes
 * a further edition; the earlier ones stay as they were sent (IN-13).
 * @throws Refusal `notFound`; `conflict` when it was written on meanwhile; `invalid` naming each criterion without a mark
 *   and each empty comment;
 *   `notPossibleNow` when it is acknowledged, or with the reason `unchanged` when it says what was sent last
 */
export async function sendScoreCard(
  context: Context,
  input: { cardId: string; version: number },
): Promise<{ edition: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const card = await cardForReviewer(tx, person, input.cardId);
    const state = scoreCardAfter(card.state, 'send');
    if (state === 'gone') throw new Error('a sent card is not gone');
    refuseOtherVersion(card, input.version);
    const keys = card.criteria.map(({ key }) => key);
    const { unmarked, emptyNotes } = unreadyParts(card.content, keys);
    const unready = [
      ...unmarked.map((key) => `content.marks.${key}`),
      ...emptyNotes.map((index) => `content.notes.${index}`),
    ];
    if (unready.length > 0) throw invalid(Object.fromEntries(unready.map((path) => [path, 'required'])));
    const [last] = await listScoreCardEditions(tx, card.id);
    if (last && isSameContent(last.content, card.content, keys))
      throw new Refusal('notPossibleNow', 'nothing was changed since', {}, { reason: 'unchanged' });
    const sentAt = context.now();
    const edition = card.edition + 1;
    await insertScoreCardEdition(tx, {
      cardId: card.id,
      edition,
      content: card.content,
      sentAt,
      sentBy: person.id,
      acknowledgedAt: null,
      objectedAt: null,
      objection: null,
      upheldAt: null,
      upheldBy: null,
      reply: null,
    });
    const sent = {
      state,
      edition,
      percent: scoreOf(card.content, keys).percent,
      sentAt,
      sentBy: person.id,
    };
    await updateScoreCard(tx, card.id, sent);
    tellOfCard(tx, { ...card, ...sent });
    return { edition };
  });
}
