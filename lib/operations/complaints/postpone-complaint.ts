import { type ComplaintState, latestDueAt } from '@/lib/domain/complaints/complaint';
import { invalid } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { complaintFor, saveComplaint } from './change-complaint';

type Changed = { state: ComplaintState; version: number };
type At = { complaintId: string; version: number };

/**
 * SA-3: another time by which the client is answered, a fortnight from today at the latest.
 * @throws Refusal as `complaintFor`; `invalid` at `dueAt` for one that passed or is later
 */
export async function postponeComplaint(
  context: Context,
  input: At & { dueAt: number; reason: string },
): Promise<Changed> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'postpone', input);
    if (input.dueAt <= context.now()) throw invalid({ dueAt: 'complaints.errors.duePassed' });
    if (input.dueAt > latestDueAt(context.now())) throw invalid({ dueAt: 'complaints.errors.dueTooLate' });
    return saveComplaint(tx, context, complaint, { dueAt: input.dueAt }, input.reason);
  });
}
