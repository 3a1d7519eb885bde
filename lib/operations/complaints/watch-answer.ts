import { type ComplaintRow, getComplaintLocked, listUnwatchedComplaints } from '@/db/complaints';
import { insertDeadline, listOpenDeadlines, withdrawDeadlines } from '@/db/deadlines';
import { isAnswerOwed } from '@/lib/domain/complaints/complaint';
import type { Context, Tx } from '@/lib/operations/context';

const part = 100;

type Watched = Pick<ComplaintRow, 'id' | 'state' | 'dueAt' | 'version'>;

/** Watches the time to answer the client pass, instead of what was watched before; once the client is answered, nothing. */
export async function watchAnswer(tx: Tx, context: Context, complaint: Watched): Promise<void> {
  await withdrawDeadlines(tx, 'complaint', complaint.id, context.now());
  if (isAnswerOwed(complaint.state)) await setWatch(tx, context, complaint);
}

const setWatch = (tx: Tx, context: Context, { id, version, dueAt }: Watched): Promise<unknown> =>
  insertDeadline(tx, { id: context.newId(), kind: 'complaint', subjectId: id, generation: version, dueAt });

/**
 * Watches the complaints that were written before their time to answer was watched and has still to pass: nobody is written to
 * about all that were late already.
 */
export async function beginWatchingAnswers(context: Context): Promise<void> {
  for (;;) {
    const watched = await context.tx(async (tx) => {
      const complaints = await listUnwatchedComplaints(tx, context.now(), part);
      for (const { id } of complaints) {
        const complaint = await getComplaintLocked(tx, id);
        const watched = (await listOpenDeadlines(tx, id)).some(({ kind }) => kind === 'complaint');
        if (complaint && isAnswerOwed(complaint.state) && !watched) await setWatch(tx, context, complaint);
      }
      return complaints.length;
    });
    if (watched < part) return;
  }
}
