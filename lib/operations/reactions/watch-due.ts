import {
  insertDeadline,
  listOpenDeadlineIdsOfKinds,
  updateDeadlinesReopened,
  withdrawDeadlinesOfKinds,
} from '@/db/deadlines';
import type { NextReactionRow } from '@/db/next-reactions';
import { listSlipsOf, type SlipRow, updateSlipSettled, updateSlipsSettled } from '@/db/slips';
import type { DeadlineKind } from '@/lib/domain/deadlines/deadline';
import { type Context, type Tx, tell } from '@/lib/operations/context';

const watching: readonly DeadlineKind[] = ['overdue', 'escalation'];

/**
 * How far the watch of a next reaction had come before a change, by ids: what was still to fire, and what was told and not
 * settled. A change keeps it in its history, so that it can be taken back.
 */
export type Watch = { deadlines: string[]; slips: string[] };

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
 * was promised to still sees that it slipped (CO-3). Returns the watch as it stood.
 */
export async function watchDueAnew(
  tx: Tx,
  context: Context,
  next: Pick<NextReactionRow, 'id' | 'dueAt' | 'version'>,
): Promise<Watch> {
  const stood = await readWatch(tx, next.id);
  const now = context.now();
  await withdrawDeadlinesOfKinds(tx, watching, next.id, now);
  await updateSlipsSettled(tx, next.id, now, 'escalation');
  await watchDue(tx, context, next);
  return stood;
}

/** It has ended: nobody has to be told any more. Returns the watch as it stood. */
export async function endWatch(tx: Tx, context: Context, nextReactionId: string): Promise<Watch> {
  const stood = await readWatch(tx, nextReactionId);
  const now = context.now();
  await withdrawDeadlinesOfKinds(tx, watching, nextReactionId, now);
  await updateSlipsSettled(tx, nextReactionId, now);
  return stood;
}

/**
 * CO-3: the change was taken back. Who had been told sees it again since when they were told, nobody is told anew, and what the
 * change told is settled; what had still to fire fires when it would have.
 */
export async function restoreWatch(
  tx: Tx,
  context: Context,
  nextReactionId: string,
  stood: Watch,
): Promise<void> {
  const now = context.now();
  await withdrawDeadlinesOfKinds(tx, watching, nextReactionId, now);
  await updateDeadlinesReopened(tx, stood.deadlines);
  for (const slip of await listSlipsOf(tx, [nextReactionId])) {
    const wasOpen = stood.slips.includes(slip.id);
    if (wasOpen === isOpen(slip)) continue;
    await updateSlipSettled(tx, slip.id, wasOpen ? null : now);
    const { employeeId, departmentId } = slip;
    tell(tx, {
      noun: 'nextReaction',
      nounId: nextReactionId,
      departmentId: employeeId ? null : departmentId,
      employeeId,
    });
  }
}

async function readWatch(tx: Tx, nextReactionId: string): Promise<Watch> {
  const slips = await listSlipsOf(tx, [nextReactionId]);
  return {
    deadlines: await listOpenDeadlineIdsOfKinds(tx, watching, nextReactionId),
    slips: slips.filter(isOpen).map(({ id }) => id),
  };
}

const isOpen = ({ settledAt }: SlipRow) => settledAt === null;
