import { updateRound } from '@/db/rounds';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { invalid } from '@/lib/domain/errors';
import {
  type RoundAnswers,
  type RoundState,
  roundSubjects,
  subjectsWithoutWords,
  verdictOf,
} from '@/lib/domain/rounds/round';
import { type Context, signedIn } from '@/lib/operations/context';
import { askForLetter } from './ask-for-letter';
import { endRound, refuseOwedRound, tellRound } from './end-round';
import { openRoundOf } from './settleable-round';
import { lockTalksOf, refuseWhileTalking } from './talks-of-round';
import { writeComplaintOfRound } from './write-complaint-of-round';

type Input = Required<RoundAnswers> & {
  roundId: string;
  letterPromised: boolean;
  complaint: { text: string; causedBy: DepartmentKind } | null;
};

/**
 * SA-1 … SA-3: what a client who was asked outside the console said. A dissatisfied one's complaint is written with it, or the
 * round stands with its alarm until it is.
 * @throws Refusal `notFound`, `forbidden`; `invalid` for a letter of who is dissatisfied or gave one, a complaint of who
 * is satisfied, and a dissatisfied answer without words; `notPossibleNow` when the round has ended, a call about it
 * runs, or a complaint is owed (SA-3)
 */
export async function answerRound(context: Context, input: Input): Promise<{ state: RoundState }> {
  const person = signedIn(context);
  const answers = Object.fromEntries(roundSubjects.map((subject) => [subject, input[subject]]));
  const verdict = verdictOf(answers);
  if (verdict === 'dissatisfied' && input.letterPromised) {
    throw invalid({ letterPromised: 'rounds.errors.letterOfDissatisfied' });
  }
  if (verdict === 'satisfied' && input.complaint) {
    throw invalid({ complaint: 'rounds.errors.complaintOfSatisfied' });
  }
  const wordless = subjectsWithoutWords(answers);
  if (wordless.length > 0) {
    throw invalid(Object.fromEntries(wordless.map((subject) => [`${subject}.words`, 'required'])));
  }
  return context.tx(async (tx) => {
    await lockTalksOf(tx, input.roundId);
    const round = await openRoundOf(tx, person, input.roundId);
    await refuseWhileTalking(tx, round.id);
    refuseOwedRound(round);
    if (verdict === 'satisfied') {
      await endRound(tx, context, round, {
        state: 'satisfied',
        employeeId: person.id,
        answers,
        ...(input.letterPromised && (await askForLetter(tx, context, round))),
      });
      return { state: 'satisfied' };
    }
    await updateRound(tx, round.id, { state: 'complaintOwed', answers, version: round.version + 1 });
    tellRound(tx, round);
    if (!input.complaint) return { state: 'complaintOwed' };
    const owed = { ...round, answers, version: round.version + 1 };
    await writeComplaintOfRound(tx, context, person, owed, input.complaint);
    return { state: 'dissatisfied' };
  });
}
