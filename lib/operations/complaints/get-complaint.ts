import { getComplaint as getRow } from '@/db/complaints';
import { maySeeComplaint } from '@/lib/domain/complaints/complaint-rights';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';
import { notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { rightsOf } from './change-complaint';
import { describeComplaint } from './describe-complaints';

/** A complaint, for whoever may see it. @throws Refusal `notFound` */
export async function getComplaint(
  context: Context,
  { complaintId }: { complaintId: string },
): Promise<ComplaintView> {
  const person = signedIn(context);
  const row = await getRow(context.read, complaintId);
  if (!row || !maySeeComplaint(person, rightsOf(row))) throw notFound('complaint');
  context.saw({ kind: 'complaint', subjectId: row.id, counterpartyId: row.counterpartyId });
  return describeComplaint(context.read, person, row);
}
