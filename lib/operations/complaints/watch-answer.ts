import { type ComplaintRow, listUnwatchedComplaints } from '@/db/complaints';
import { insertDeadline, withdrawDeadlines } from '@/db/deadlines';
import { isAnswerOwed } from '@/lib/domain/complaints/complaint';
import type { Context, Tx } from '@/lib/operations/context';

const part = 100;

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

/** Watches the complaints that were written before their time to answer was watched. */
export async function beginWatchingAnswers(context: Context): Promise<void> {
  for (;;) {
    const watched = await context.tx(async (tx) => {
      const complaints = await listUnwatchedComplaints(tx, part);
      for (const complaint of complaints) await watchAnswer(tx, context, complaint);
      return complaints.length;
    });
    if (watched < part) return;
  }
}
