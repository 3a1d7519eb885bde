import { listRecordingsOfCalls } from '@/db/recordings';
import { type ScoreCardRow, updateScoreCard } from '@/db/score-cards';
import type { Db } from '@/db/store';
import { type FieldErrors, invalid } from '@/lib/domain/errors';
import {
  type RecordedPlace,
  type ScoreCardContent,
  scoreCardAfter,
} from '@/lib/domain/score-cards/score-card';
import { type Context, signedIn } from '@/lib/operations/context';
import { cardForReviewer, refuseOtherVersion } from './card-for-reviewer';

/**
 * Keeps what a reviewer has written so far; the employee sees it when it is sent (IN-13).
 * @throws Refusal `notFound`; `conflict` when somebody else wrote meanwhile; `invalid` for a criterion or a recording that
 *   is not the call's; `notPossibleNow` when it is acknowledged
 */
export async function saveScoreCard(
  context: Context,
  input: { cardId: string; version: number; content: ScoreCardContent },
): Promise<{ version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const card = await cardForReviewer(tx, person, input.cardId);
    scoreCardAfter(card.state, 'save');
    refuseOtherVersion(card, input.version);
    const wrong = await wrongParts(tx, card, input.content);
    if (Object.keys(wrong).length > 0) throw invalid(wrong);
    const version = card.version + 1;
    await updateScoreCard(tx, card.id, {
      content: input.content,
      version,
      updatedAt: context.now(),
      updatedBy: person.id,
    });
    return { version };
  });
}

async function wrongParts(
  db: Db,
  card: ScoreCardRow,
  { marks, notes }: ScoreCardContent,
): Promise<FieldErrors> {
  const recordings = new Map(
    (await listRecordingsOfCalls(db, [card.callId])).map(({ id, durationSeconds }) => [id, durationSeconds]),
  );
  const isIn = ({ recordingId, seconds }: RecordedPlace) => seconds <= (recordings.get(recordingId) ?? -1);
  const keys = new Set(card.criteria.map(({ key }) => key));
  const wrong: FieldErrors = {};
  for (const [key, { place }] of Object.entries(marks)) {
    if (!keys.has(key)) wrong[`content.marks.${key}`] = 'notAChoice';
    else if (place && !isIn(place)) wrong[`content.marks.${key}.place`] = 'invalid';
  }
  notes.forEach(({ place }, index) => {
    if (!isIn(place)) wrong[`content.notes.${index}.place`] = 'invalid';
  });
  return wrong;
}
