import type { RoundState } from '@/lib/domain/rounds/round';
import { type Context, signedIn } from '@/lib/operations/context';
import { endRound, refuseOwedRound } from './end-round';
import { openRoundOf } from './settleable-round';

/**
 * SA-1: the client would not be asked this time; the next round's date stays.
 * @throws Refusal `notFound`, `forbidden`; `notPossibleNow` when it has ended, or a complaint is owed (SA-3)
 */
export async function refuseRound(
  context: Context,
  { roundId, reason }: { roundId: string; reason: string },
): Promise<{ state: RoundState }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const round = await openRoundOf(tx, person, roundId);
    refuseOwedRound(round);
    await endRound(tx, context, round, { state: 'refused', employeeId: person.id, refusal: reason });
    return { state: 'refused' };
  });
}
