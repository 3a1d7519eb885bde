import { getEmployee } from '@/db/employees';
import type { ComplaintState } from '@/lib/domain/complaints/complaint';
import { invalid } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { complaintFor, intoWork, saveComplaint } from './change-complaint';
import { giveComplaint } from './hand-over-complaints';

/** CARD: what is written into the history is Russian in every language of the screen. */
const reason = 'рекламация передана';

/**
 * Gives a complaint to somebody of any department, who answers for it from now on and sees it on their board.
 * @throws Refusal as `complaintFor`; `invalid` at `ownerId`
 */
export async function assignComplaint(
  context: Context,
  input: { complaintId: string; version: number; ownerId: string },
): Promise<{ state: ComplaintState; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'assign', input);
    const owner = await getEmployee(tx, input.ownerId);
    if (!owner || owner.disabledAt !== null) throw invalid({ ownerId: 'notAChoice' });
    await giveComplaint(tx, context, complaint, { toId: owner.id, reason });
    return saveComplaint(tx, context, complaint, { ownerId: owner.id, ...intoWork(context, complaint) });
  });
}
