import { listChanges } from '@/db/changes';
import { type ComplaintRow, insertComplaintReaction } from '@/db/complaints';
import type { ComplaintState } from '@/lib/domain/complaints/complaint';
import type { Person } from '@/lib/domain/employees/employee';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { absentOwner, complaintFor, endWorkOf, saveComplaint } from './change-complaint';
import { inPlaceOf } from './history-of-complaint';
import { secondCallTo } from './second-call';

/**
 * SA-3: what caused the complaint and what the client was told. It is written as a reaction, which does the work of the
 * head and of whoever else has the complaint, and leaves the second call to the client's own manager (CO-3); for whom it was
 * given, if whoever answers for the complaint is absent, stays on record (CS-9).
 * @throws Refusal as `complaintFor`
 */
export async function answerComplaint(
  context: Context,
  input: { complaintId: string; version: number; cause: string; answer: string },
): Promise<{ state: ComplaintState; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'answer', input);
    const written = await writeRecords(tx, context, {
      plan: {
        counterparty: { use: 'existing', id: complaint.counterpartyId, complete: {} },
        appeal: { use: 'existing', id: complaint.appealId },
        reaction: { type: 'other', topic: '', note: `${input.cause}\n\n${input.answer}` },
        nextReactions: [await secondCallTo(tx, complaint.counterpartyId)],
      },
      callId: null,
      route: null,
      employee: person,
      happenedAt: context.now(),
    });
    await endWorkOf(tx, context, person, complaint, {
      by: written.reactionId,
      reason: input.answer,
      ownOnly: true,
    });
    await insertComplaintReaction(tx, { complaintId: complaint.id, reactionId: written.reactionId });
    const { ownerId } = complaint;
    const absent = absentOwner(person, complaint) ?? (await tookInPlaceOf(tx, person, complaint));
    const change = {
      state: 'answered' as const,
      ownerId: ownerId ?? person.id,
      cause: input.cause,
      answer: input.answer,
      answeredAt: context.now(),
      answeredBy: person.id,
    };
    return saveComplaint(tx, context, complaint, change, null, person.id, absent);
  });
}

/** CS-9: for whom the person took the complaint, while they still stand in for them. */
async function tookInPlaceOf(tx: Tx, person: Person, { id }: ComplaintRow): Promise<string | null> {
  const taken = (await listChanges(tx, 'complaint', id)).find(({ fields }) => fields.ownerId);
  const absent = taken?.fields.ownerId?.to === person.id ? inPlaceOf(taken) : null;
  return absent !== null && person.substitutesFor.includes(absent) ? absent : null;
}
