import type { ComplaintRow } from '@/db/complaints';
import { insertDeadline, withdrawDeadlines } from '@/db/deadlines';
import { isAnswerOwed } from '@/lib/domain/complaints/complaint';
import type { Context, Tx } from '@/lib/operations/context';

type Watched = Pick<ComplaintRow, 'id' | 'state' | 'dueAt' | 'version'>;

/** Watches the time to answer the client pass, instead of what was watched before; once the client is answered, nothing. */
export async function watchAnswer(tx: Tx, context: Context, complaint: Watched): Promise<void> {
  await withdrawDeadlines(tx, 'complaint', complaint.id, context.now());
  if (!isAnswerOwed(complaint.state)) return;
  await insertDeadline(tx, {
    id: context.newId(),
    kind: 'complaint',
    subjectId: complaint.id,
    generation: complaint.version,
    dueAt: complaint.dueAt,
  });
}
