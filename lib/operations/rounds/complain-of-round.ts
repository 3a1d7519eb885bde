import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { Refusal } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { openRoundOf } from './settleable-round';
import { writeComplaintOfRound } from './write-complaint-of-round';

/**
 * SA-3: the complaint that a round owes since its call broke off, written without the call.
 * @throws Refusal `notFound`, `forbidden`; `notPossibleNow` when none is owed
 */
export async function complainOfRound(
  context: Context,
  input: { roundId: string; text: string; causedBy: DepartmentKind },
): Promise<{ complaintId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const round = await openRoundOf(tx, person, input.roundId);
    if (round.state !== 'complaintOwed') {
      throw new Refusal('notPossibleNow', 'no complaint is owed', {}, { reason: 'notOwed' });
    }
    return { complaintId: await writeComplaintOfRound(tx, context, person, round, input) };
  });
}
