import {
  getNextReactionLocked,
  insertNextReactionChange,
  type NextReactionRow,
  updateNextReaction,
} from '@/db/next-reactions';
import type { Person } from '@/lib/domain/employees/employee';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import type { NextReactionEvent } from '@/lib/domain/reactions/reaction';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { announceNextReaction } from '@/lib/operations/webhooks/announce-next-reaction';
import { refuseEnded } from './end-next-reaction';
import { watchDueAnew } from './watch-due';
import { tellNextReaction } from './write-next-reactions';

/**
 * An open next reaction this person may change, locked.
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` when it has ended, `conflict` when it was changed meanwhile
 */
export async function changeable(
  tx: Tx,
  person: Person,
  { nextReactionId, version }: { nextReactionId: string; version: number },
  mayChange: (person: Person, next: NextReactionRow) => boolean,
): Promise<NextReactionRow> {
  const next = await getNextReactionLocked(tx, nextReactionId);
  if (!next) throw notFound('next reaction');
  if (!mayChange(person, next)) throw forbidden();
  refuseEnded(next);
  if (next.version !== version) throw new Refusal('conflict', 'the next reaction was changed meanwhile');
  return next;
}

type Responsibility = Partial<
  Pick<
    NextReactionRow,
    'responsibleDepartmentId' | 'responsibleEmployeeId' | 'dueAt' | 'startedAt' | 'postponedCount'
  >
>;

/** Saves who is responsible or by when, with its history. */
export async function saveResponsibility(
  tx: Tx,
  context: Context,
  next: NextReactionRow,
  change: Responsibility,
  history: { what: NextReactionEvent; reason: string | null; employeeId: string },
): Promise<void> {
  const changed = { ...next, ...change };
  const version = next.version + 1;
  await updateNextReaction(tx, next.id, { ...change, version });
  const watch = await watchDueAnew(tx, context, { id: next.id, dueAt: changed.dueAt, version });
  await insertNextReactionChange(tx, {
    id: context.newId(),
    nextReactionId: next.id,
    at: context.now(),
    ...history,
    from: { ...sideOf(next), watch },
    to: sideOf(changed),
  });
  tellNextReaction(tx, next);
  tellNextReaction(tx, changed);
  announceNextReaction(tx, 'changed', changed);
  if (next.appealId) tell(tx, { noun: 'appeal', nounId: next.appealId });
}

const sideOf = ({ responsibleDepartmentId, responsibleEmployeeId, dueAt }: NextReactionRow) => ({
  responsibleDepartmentId,
  responsibleEmployeeId,
  dueAt,
});
