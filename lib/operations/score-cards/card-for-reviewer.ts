import { getScoreCard, type ScoreCardRow } from '@/db/score-cards';
import type { Person } from '@/lib/domain/employees/employee';
import { notFound, Refusal } from '@/lib/domain/errors';
import { isSentTo, mayScore } from '@/lib/domain/score-cards/score-card-rights';
import { type Tx, tell } from '@/lib/operations/context';

/** A card that the person reviews, locked. @throws Refusal `notFound` */
export async function cardForReviewer(tx: Tx, person: Person, cardId: string): Promise<ScoreCardRow> {
  const card = await getScoreCard(tx, cardId);
  if (!card || !mayScore(person, card)) throw notFound('score card');
  return card;
}

/** A card that was sent to the person, locked. @throws Refusal `notFound` */
export async function cardForEmployee(tx: Tx, person: Person, cardId: string): Promise<ScoreCardRow> {
  const card = await getScoreCard(tx, cardId);
  if (!card || !isSentTo(person, card)) throw notFound('score card');
  return card;
}

/** What somebody answers must be what they have read. @throws Refusal `conflict` */
export function refuseOtherEdition(card: ScoreCardRow, edition: number): void {
  if (card.edition !== edition) throw new Refusal('conflict', 'the score card was sent anew meanwhile');
}

/** @throws Refusal `conflict` */
export function refuseOtherVersion(card: ScoreCardRow, version: number): void {
  if (card.version !== version) throw new Refusal('conflict', 'the score card was changed meanwhile');
}

/** Whoever reviews, and whom the card was sent to. */
export function tellOfCard(tx: Tx, card: ScoreCardRow): void {
  const news = { noun: 'scoreCard', nounId: card.id };
  tell(tx, { ...news, departmentId: card.departmentId, employeeId: card.employeeId });
  if (card.sentBy) tell(tx, { ...news, employeeId: card.sentBy });
}
