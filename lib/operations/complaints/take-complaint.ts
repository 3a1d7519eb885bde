import { getEmployee } from '@/db/employees';
import type { ComplaintState } from '@/lib/domain/complaints/complaint';
import { invalid } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { complaintFor, saveComplaint } from './change-complaint';

type Changed = { state: ComplaintState; version: number };

/** SA-3: takes a complaint into work; whoever does answers for it. @throws Refusal as `complaintFor` */
export async function takeComplaint(
  context: Context,
  input: { complaintId: string; version: number },
): Promise<Changed> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'take', input);
    return saveComplaint(tx, context, complaint, {
      state: 'inWork',
      ownerId: person.id,
      takenAt: context.now(),
    });
  });
}

/**
 * Gives a complaint to somebody of any department, who answers for it from now on and sees it on their board.
 * @throws Refusal as `complaintFor`; `invalid` at `ownerId`
 */
export async function assignComplaint(
  context: Context,
  input: { complaintId: string; version: number; ownerId: string },
): Promise<Changed> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'assign', input);
    const owner = await getEmployee(tx, input.ownerId);
    if (!owner || owner.disabledAt !== null) throw invalid({ ownerId: 'notAChoice' });
    return saveComplaint(tx, context, complaint, {
      ownerId: owner.id,
      ...(complaint.state === 'received' && { state: 'inWork' as const, takenAt: context.now() }),
    });
  });
}
