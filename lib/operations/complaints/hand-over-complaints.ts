import { listOpenComplaintsOwnedBy } from '@/db/complaints';
import type { Context, Tx } from '@/lib/operations/context';
import { saveComplaint } from './change-complaint';

/** Gives every open complaint somebody answers for to another person, or to nobody until the department takes it (null). */
export async function handOverComplaints(
  tx: Tx,
  context: Context,
  { fromId, toId, reason }: { fromId: string; toId: string | null; reason: string },
): Promise<number> {
  const open = await listOpenComplaintsOwnedBy(tx, fromId);
  for (const complaint of open) await saveComplaint(tx, context, complaint, { ownerId: toId }, reason);
  return open.length;
}
