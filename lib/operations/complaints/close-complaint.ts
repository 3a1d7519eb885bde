import type { ComplaintRow } from '@/db/complaints';
import type { ComplaintState } from '@/lib/domain/complaints/complaint';
import type { Person } from '@/lib/domain/employees/employee';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { closeAppealOf, complaintFor, endWorkOf, saveComplaint } from './change-complaint';

type Changed = { state: ComplaintState; version: number };

/** Closes an answered complaint whose client could not be called, with a reason: for the client department or management (CO-3). @throws Refusal as `complaintFor` */
export async function closeComplaint(
  context: Context,
  input: { complaintId: string; version: number; reason: string },
): Promise<Changed> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'close', input);
    return closeWithin(tx, context, person, complaint, input.reason);
  });
}

/** The same inside a transaction of the caller, who has judged the rights. `by`: the reaction that ends its work. */
export async function closeWithin(
  tx: Tx,
  context: Context,
  person: Person,
  complaint: ComplaintRow,
  reason: string | null,
  by?: string,
): Promise<Changed> {
  const why = reason ?? complaint.answer;
  await endWorkOf(tx, context, person, complaint, { by, reason: why });
  const saved = await saveComplaint(
    tx,
    context,
    complaint,
    { state: 'closed', closedAt: context.now(), closedBy: person.id, closeReason: reason },
    reason,
  );
  await closeAppealOf(tx, context, person, complaint, why);
  return saved;
}
