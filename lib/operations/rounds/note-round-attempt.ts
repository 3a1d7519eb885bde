import { listRoundAttempts } from '@/db/round-attempts';
import { getRound } from '@/db/rounds';
import { readTypedTime } from '@/lib/domain/deadlines/typed-time';
import { invalid, Refusal } from '@/lib/domain/errors';
import { isCallBackTime } from '@/lib/domain/rounds/call-back';
import {
  type AttemptOutcome,
  isNewHour,
  isUnanswered,
  type RoundState,
  unansweredAt,
} from '@/lib/domain/rounds/round';
import { type Context, signedIn } from '@/lib/operations/context';
import { callBackOfRound } from './call-back-of-round';
import { noteAttempt } from './note-attempt';
import { openRoundOf } from './settleable-round';
import { lockTalksOf, refuseWhileTalking } from './talks-of-round';

/**
 * SA-1: an attempt outside the console that came to nothing, by hand; `callBackAt` is when the client asked to be called back,
 * `YYYY-MM-DDTHH:MM` by the client's own clock.
 * @throws Refusal `notFound`, `forbidden`; `invalid` at `callBackAt`; `notPossibleNow` when the round has ended, a call about it
 * runs, or nobody answered in this hour before
 */
export async function noteRoundAttempt(
  context: Context,
  { roundId, outcome, callBackAt = '' }: { roundId: string; outcome: AttemptOutcome; callBackAt?: string },
): Promise<{ state: RoundState }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    await lockTalksOf(tx, roundId);
    const round = await openRoundOf(tx, person, roundId);
    await refuseWhileTalking(tx, round.id);
    const tried = unansweredAt(await listRoundAttempts(tx, [round.id]));
    if (isUnanswered(outcome) && !isNewHour(tried, context.now(), round.timeZone)) {
      throw new Refusal('notPossibleNow', 'this hour was tried', {}, { reason: 'hourTried' });
    }
    const isAsked = outcome === 'askedToCallLater';
    const span = await callBackOfRound(tx, round, context.now());
    if (callBackAt !== '' && !(isAsked && isCallBackTime(callBackAt, span))) {
      throw invalid({ callBackAt: 'rounds.errors.callBackAt' });
    }
    await noteAttempt(tx, context, round, {
      ...{ employeeId: person.id, callId: null, outcome },
      callBackAt: readTypedTime(callBackAt, round.timeZone),
    });
    return { state: (await getRound(tx, round.id))!.state };
  });
}
