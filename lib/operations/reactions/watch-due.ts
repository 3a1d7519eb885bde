import { insertDeadline, withdrawDeadlinesOfKinds } from '@/db/deadlines';
import type { NextReactionRow } from '@/db/next-reactions';
import { updateSlipsSettled } from '@/db/slips';
import type { DeadlineKind } from '@/lib/domain/deadlines/deadline';
import type { Context, Tx } from '@/lib/operations/context';

const watching: readonly DeadlineKind[] = ['overdue', 'escalation'];

/** Watches a new next reaction come due. */
export async function watchDue(
  tx: Tx,
  context: Context,
  { id, dueAt, version }: Pick<NextReactionRow, 'id' | 'dueAt' | 'version'>,
): Promise<void> {
  await insertDeadline(tx, {
    id: context.newId(),
    kind: 'overdue',
    subjectId: id,
    generation: version,
    dueAt,
  });
}

/**
 * The same when its due time or who is responsible was changed: the chain of whom it is shown to begins anew. Whose client it
 * was promised to still sees that it slipped (CO-3).
 */
export async function watchDueAnew(
  tx: Tx,
  context: Context,
  next: Pick<NextReactionRow, 'id' | 'dueAt' | 'version'>,
): Promise<void> {
  const now = context.now();
  await withdrawDeadlinesOfKinds(tx, watching, next.id, now);
  await updateSlipsSettled(tx, next.id, now, 'escalation');
  await watchDue(tx, context, next);
}

/** It has ended: nobody has to be told any more. */
export async function endWatch(tx: Tx, context: Context, nextReactionId: string): Promise<void> {
  const now = context.now();
  await withdrawDeadlinesOfKinds(tx, watching, nextReactionId, now);
  await updateSlipsSettled(tx, nextReactionId, now);
}
