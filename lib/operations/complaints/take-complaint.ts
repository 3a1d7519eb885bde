import type { ComplaintState } from '@/lib/domain/complaints/complaint';
import { type Context, signedIn } from '@/lib/operations/context';
import { absentOwner, complaintFor, intoWork, saveComplaint } from './change-complaint';
import { giveComplaint } from './hand-over-complaints';

/** CARD: what is written into the history is Russian in every language of the screen. */
const reason = 'рекламация взята в работу';

/** SA-3: takes a complaint into work, or one that nobody answers for; whoever does answers for it. @throws Refusal as `complaintFor` */
export async function takeComplaint(
  context: Context,
  input: { complaintId: string; version: number },
): Promise<{ state: ComplaintState; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'take', input);
    await giveComplaint(tx, context, complaint, { toId: person.id, reason });
    const change = { ownerId: person.id, ...intoWork(context, complaint) };
    const absent = absentOwner(person, complaint);
    return saveComplaint(tx, context, complaint, change, null, person.id, absent);
  });
}
