import { listRoundAttempts } from '@/db/round-attempts';
import { getRound } from '@/db/rounds';
import { Refusal } from '@/lib/domain/errors';
import { type AttemptOutcome, isNewHour, type RoundState, unansweredAt } from '@/lib/domain/rounds/round';
import { type Context, signedIn } from '@/lib/operations/context';
import { noteAttempt } from './note-attempt';
import { openRoundOf } from './settleable-round';

/**
 * SA-1: an attempt outside the console that came to nothing, by hand.
 * @throws Refusal `notFound`, `forbidden`; `notPossibleNow` when the round has ended or this hour was tried
 */
export async function noteRoundAttempt(
  context: Context,
  { roundId, outcome }: { roundId: string; outcome: AttemptOutcome },
): Promise<{ state: RoundState }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const round = await openRoundOf(tx, person, roundId);
    const tried = unansweredAt(await listRoundAttempts(tx, [round.id]));
    if (!isNewHour(tried, context.now(), round.timeZone)) {
      throw new Refusal('notPossibleNow', 'this hour was tried', {}, { reason: 'hourTried' });
    }
    await noteAttempt(tx, context, round, { employeeId: person.id, callId: null, outcome });
    return { state: (await getRound(tx, round.id))!.state };
  });
}
