import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { Refusal } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { openRoundOf } from './settleable-round';
import { lockTalksOf, refuseWhileTalking } from './talks-of-round';
import { writeComplaintOfRound } from './write-complaint-of-round';

/**
 * SA-3: the complaint that a round owes since its call broke off, written without the call, which it settles.
 * @throws Refusal `notFound`, `forbidden`; `notPossibleNow` when none is owed, or while a call about the round runs
 */
export async function complainOfRound(
  context: Context,
  input: { roundId: string; text: string; causedBy: DepartmentKind },
): Promise<{ complaintId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    await lockTalksOf(tx, input.roundId);
    const round = await openRoundOf(tx, person, input.roundId);
    if (round.state !== 'complaintOwed') {
      throw new Refusal('notPossibleNow', 'no complaint is owed', {}, { reason: 'notOwed' });
    }
    await refuseWhileTalking(tx, round.id);
    return { complaintId: await writeComplaintOfRound(tx, context, person, round, input) };
  });
}
