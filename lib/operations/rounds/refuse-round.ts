import type { RoundState } from '@/lib/domain/rounds/round';
import { type Context, signedIn } from '@/lib/operations/context';
import { endRound, refuseOwedRound } from './end-round';
import { openRoundOf } from './settleable-round';
import { lockTalksOf, refuseWhileTalking } from './talks-of-round';

/**
 * SA-1: the client would not be asked this time; the next round's date stays.
 * @throws Refusal `notFound`, `forbidden`; `notPossibleNow` when it has ended, a call about it runs, or a complaint is owed (SA-3)
 */
export async function refuseRound(
  context: Context,
  { roundId, reason }: { roundId: string; reason: string },
): Promise<{ state: RoundState }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    await lockTalksOf(tx, roundId);
    const round = await openRoundOf(tx, person, roundId);
    await refuseWhileTalking(tx, round.id);
    refuseOwedRound(round);
    await endRound(tx, context, round, { state: 'refused', employeeId: person.id, refusal: reason });
    return { state: 'refused' };
  });
}
