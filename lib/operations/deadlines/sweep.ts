import { type DeadlineRow, listDueDeadlines, updateDeadlineFired } from '@/db/deadlines';
import type { Context } from '@/lib/operations/context';
import { fireDeadline, lockSubject } from './fire-deadline';

const batch = 50;

/**
 * Fires all that is due, each deadline once and in a transaction of its own, the longest due first. One that fails stays
 * due and is handed to `onProblem`; it does not stop the others. Returns how many fired.
 */
export async function fireDueDeadlines(
  context: Context,
  {
    subjectId,
    skip = new Set(),
    onProblem,
  }: {
    subjectId?: string;
    skip?: ReadonlySet<string>;
    onProblem?: (id: string, error: unknown) => void;
  } = {},
): Promise<number> {
  const left = new Set(skip);
  let fired = 0;
  for (;;) {
    const due = await listDueDeadlines(context.read, context.now(), batch + left.size, subjectId);
    const next = due.filter(({ id }) => !left.has(id));
    if (next.length === 0) return fired;
    for (const deadline of next) {
      try {
        if (await fire(context, deadline)) fired += 1;
        else left.add(deadline.id);
      } catch (error) {
        if (!onProblem) throw error;
        left.add(deadline.id);
        onProblem(deadline.id, error);
      }
    }
  }
}

/** What a deadline is of is locked before the deadline itself, as by everybody who withdraws deadlines. */
function fire(context: Context, deadline: DeadlineRow): Promise<boolean> {
  return context.tx(async (tx) => {
    await lockSubject(tx, deadline);
    if (!(await updateDeadlineFired(tx, deadline.id, context.now()))) return false;
    await fireDeadline(tx, context, deadline);
    return true;
  });
}
