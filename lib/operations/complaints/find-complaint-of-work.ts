import { getAppeal } from '@/db/appeals';
import { type ComplaintRow, listComplaintReactionIds, listOpenComplaintsOfAppeal } from '@/db/complaints';
import type { NextReactionRow } from '@/db/next-reactions';
import type { Db } from '@/db/store';

/** The open complaint that left a next reaction of its kind to somebody (SA-3); null when there is none any more. */
export async function findComplaintOfWork(
  db: Db,
  { kind, appealId, reactionId }: Pick<NextReactionRow, 'kind' | 'appealId' | 'reactionId'>,
): Promise<ComplaintRow | null> {
  const appeal = kind === 'complaint' && appealId !== null ? await getAppeal(db, appealId) : null;
  if (!appeal || reactionId === null) return null;
  for (const complaint of await listOpenComplaintsOfAppeal(db, appeal)) {
    const isIts =
      complaint.reactionId === reactionId ||
      (await listComplaintReactionIds(db, complaint.id)).includes(reactionId);
    if (isIts) return complaint;
  }
  return null;
}
