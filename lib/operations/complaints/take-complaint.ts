import type { ComplaintRow } from '@/db/complaints';
import { getEmployee } from '@/db/employees';
import type { ComplaintState } from '@/lib/domain/complaints/complaint';
import { invalid } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { complaintFor, saveComplaint } from './change-complaint';
import { giveComplaint } from './hand-over-complaints';

type Changed = { state: ComplaintState; version: number };

/** CARD: what is written into the history is Russian in every language of the screen. */
const reasons = { taken: 'рекламация взята в работу', assigned: 'рекламация передана' };

/** SA-3: takes a complaint into work, or one that nobody answers for; whoever does answers for it. @throws Refusal as `complaintFor` */
export async function takeComplaint(
  context: Context,
  input: { complaintId: string; version: number },
): Promise<Changed> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'take', input);
    await giveComplaint(tx, context, complaint, { toId: person.id, reason: reasons.taken });
    return saveComplaint(tx, context, complaint, { ownerId: person.id, ...intoWork(context, complaint) });
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
    await giveComplaint(tx, context, complaint, { toId: owner.id, reason: reasons.assigned });
    return saveComplaint(tx, context, complaint, { ownerId: owner.id, ...intoWork(context, complaint) });
  });
}

const intoWork = (context: Context, { state }: ComplaintRow) =>
  state === 'received' && { state: 'inWork' as const, takenAt: context.now() };
