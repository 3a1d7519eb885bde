import { getAppealLocked } from '@/db/appeals';
import { getDepartment } from '@/db/departments';
import { findLeadOfNextReaction } from '@/db/leads';
import {
  getNextReactionLocked,
  insertNextReactionChange,
  listNextReactionChanges,
  type NextReactionChangeRow,
  type NextReactionRow,
  updateNextReaction,
} from '@/db/next-reactions';
import { minuteMs } from '@/lib/domain/duration';
import type { Person } from '@/lib/domain/employees/employee';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import type { ChangedMany } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionEvent } from '@/lib/domain/reactions/reaction';
import { reopenWithin } from '@/lib/operations/appeals/reopen-within';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { refuseErasedCard } from '@/lib/operations/counterparties/refuse-erased';
import { announceNextReaction } from '@/lib/operations/webhooks/announce-next-reaction';
import { refuseDueTime, refuseReceiver } from './bounds-of-work';
import { judgeEach } from './judge-each';
import { restoreWatch, type Watch, watchDueAnew } from './watch-due';
import { tellNextReaction } from './write-next-reactions';

const undoneWithinMs = 15 * minuteMs;
const undoable: readonly NextReactionEvent[] = ['postponed', 'handedOver', 'closed'];

/**
 * Takes back what the person postponed, handed over or closed within a quarter of an hour, unless somebody went on from there;
 * an appeal that is closed by then, whoever closed it, is opened again: nothing open stays on a closed one. Who was told that it slipped sees it as before, and nobody is told anew (CO-3). What became of a lead is not taken back. The history keeps both.
 */
export async function undoNextReactions(
  context: Context,
  input: { rows: { id: string; version: number }[] },
): Promise<ChangedMany> {
  const person = signedIn(context);
  return context.tx((tx) => judgeEach(tx, input.rows, (row) => undo(tx, context, person, row)));
}

async function undo(
  tx: Tx,
  context: Context,
  person: Person,
  { id, version }: { id: string; version: number },
): Promise<{ version: number }> {
  const next = await getNextReactionLocked(tx, id);
  if (!next) throw notFound('next reaction');
  const last = (await listNextReactionChanges(tx, [id])).findLast(({ what }) => what !== 'shown');
  if (last?.employeeId !== person.id) throw forbidden();
  if (next.version !== version) throw new Refusal('conflict', 'the next reaction was changed meanwhile');
  const isRecent = context.now() - last.at <= undoneWithinMs;
  if (!isRecent || !undoable.includes(last.what)) throw cannot('tooLateToUndo');
  await refuseErasedCard(tx, next.counterpartyId);
  if (last.what !== 'postponed' && (await findLeadOfNextReaction(tx, id))) throw cannot('leadMoved');
  const before = {
    ...beforeChange(next, last),
    version: next.version + 1,
  };
  await refuseOutOfBounds(tx, context, next, { ...next, ...before });
  const { watch, ...side } = last.from as { watch?: Watch };
  await updateNextReaction(tx, id, before);
  await insertNextReactionChange(tx, {
    id: context.newId(),
    nextReactionId: id,
    at: context.now(),
    employeeId: person.id,
    what: 'undone',
    from: last.to,
    to: side,
    reason: null,
  });
  const restored = { ...next, ...before };
  announceNextReaction(tx, last.what === 'closed' ? 'reopened' : 'changed', restored);
  if (watch) await restoreWatch(tx, context, id, watch);
  else await watchDueAnew(tx, context, restored);
  if (last.what === 'closed' && next.appealId) await reopenAppeal(tx, context, person, next.appealId);
  tellNextReaction(tx, next);
  tellNextReaction(tx, restored);
  if (next.appealId) tell(tx, { noun: 'appeal', nounId: next.appealId });
  return { version: before.version };
}

/** What may not be done anew is not done by taking back, either: the complaint or the folder may have gone on since (SA-3, ON-5). */
async function refuseOutOfBounds(
  tx: Tx,
  context: Context,
  next: NextReactionRow,
  restored: NextReactionRow,
): Promise<void> {
  if (restored.dueAt !== next.dueAt) await refuseDueTime(tx, context, next, restored.dueAt);
  const { responsibleEmployeeId: employeeId, responsibleDepartmentId: departmentId } = restored;
  if (employeeId === next.responsibleEmployeeId && departmentId === next.responsibleDepartmentId) return;
  const { kind: departmentKind } = (await getDepartment(tx, departmentId))!;
  await refuseReceiver(tx, next, { employeeId, departmentId, departmentKind });
}

const cannot = (reason: 'tooLateToUndo' | 'leadMoved') =>
  new Refusal('notPossibleNow', 'this cannot be taken back', {}, { reason });

function beforeChange(
  next: NextReactionRow,
  { what, from }: NextReactionChangeRow,
): Partial<Omit<NextReactionRow, 'id'>> {
  if (what === 'closed') {
    return { endedAt: null, endedBy: null, outcome: null, endReason: null };
  }
  const { responsibleDepartmentId, responsibleEmployeeId, dueAt } = from as Pick<
    NextReactionRow,
    'responsibleDepartmentId' | 'responsibleEmployeeId' | 'dueAt'
  >;
  if (what === 'postponed') return { dueAt, postponedCount: Math.max(0, next.postponedCount - 1) };
  return { responsibleDepartmentId, responsibleEmployeeId, dueAt };
}

async function reopenAppeal(tx: Tx, context: Context, person: Person, appealId: string): Promise<void> {
  const appeal = await getAppealLocked(tx, appealId);
  if (!appeal || appeal.closedAt === null) return;
  await reopenWithin(tx, context, appeal, { employeeId: person.id });
}
