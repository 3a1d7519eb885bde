import type { ChangeRow } from '@/db/changes';
import type { ComplaintCallRow } from '@/db/complaints';
import type { NextReactionChangeRow } from '@/db/next-reactions';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';
import { minuteMs } from '@/lib/domain/duration';
import type { Directory } from '@/lib/operations/reactions/directory';
import { isSameSide, namedSide, sideOf } from './told-of-complaint';

type Entry = ComplaintView['history'][number];

/**
 * What became of a complaint, the newest first, and of the next reactions it left; an answer that was given again keeps what did
 * not change of the one before.
 * @param work how its next reactions were handed over and postponed, the oldest first
 */
export function historyOfComplaint(
  changes: readonly ChangeRow[],
  calls: readonly ComplaintCallRow[],
  work: readonly NextReactionChangeRow[],
  names: Directory,
): Entry[] {
  let cause = '';
  let answer = '';
  const unhappy = new Set(calls.flatMap(({ outcome, words }) => (outcome === 'unhappy' ? [words] : [])));
  const acts = changes.toReversed().flatMap(({ at, employeeId, fields, reason: said }): Entry[] => {
    const of = { at, employee: names.employee(employeeId) };
    const reason = said ?? '';
    cause = String(fields.cause?.to ?? cause);
    answer = String(fields.answer?.to ?? answer);
    if (fields.reopenedCount) {
      return [{ ...of, kind: 'reopened', reason: unhappy.has(reason) ? '' : reason }];
    }
    if (fields.departmentId) {
      return [{ ...of, kind: 'moved', department: names.department(String(fields.departmentId.to)), reason }];
    }
    if (fields.dueAt) return [{ ...of, kind: 'postponed', dueAt: Number(fields.dueAt.to), reason }];
    if (fields.answeredAt) {
      return [{ ...of, kind: 'answered', inPlaceOf: names.employee(inPlaceOf({ fields })), cause, answer }];
    }
    return fields.closedAt ? [{ ...of, kind: 'closed', reason }] : [];
  });
  const called = calls.map(
    ({ at, employeeId, outcome, words }): Entry => ({
      ...{ at, employee: names.employee(employeeId) },
      ...{ kind: 'called', outcome, words },
    }),
  );
  const moves = changes.filter(({ fields }) => fields.departmentId);
  const ofWork = work
    .filter((change) => !moves.some((move) => isOfMove(change, move)))
    .flatMap((change) => entriesOfWork(change, names));
  return [...called, ...acts, ...ofWork].sort((one, other) => one.at - other.at).reverse();
}

/** CS-9: the absent person in whose place it was done. */
export const inPlaceOf = ({ fields }: Pick<ChangeRow, 'fields'>): string | null => {
  const absent = fields.inPlaceOf?.to;
  return typeof absent === 'string' ? absent : null;
};

/** What goes along with the complaint to another department is told with it. */
const isOfMove = (change: NextReactionChangeRow, move: ChangeRow) =>
  change.employeeId === move.employeeId &&
  change.reason === move.reason &&
  Math.abs(change.at - move.at) < minuteMs;

function entriesOfWork(
  { at, employeeId, from, to, reason }: NextReactionChangeRow,
  names: Directory,
): Entry[] {
  const [before, after] = [sideOf(from), sideOf(to)];
  if (!before || !after) return [];
  const of = {
    at,
    employee: names.employee(employeeId),
    reason: reason ?? '',
    from: namedSide(before, names),
  };
  const dueAt = typeof to.dueAt === 'number' && to.dueAt !== from.dueAt ? to.dueAt : null;
  return [
    ...(isSameSide(before, after)
      ? []
      : [{ ...of, kind: 'workHandedOver' as const, to: namedSide(after, names) }]),
    ...(dueAt === null ? [] : [{ ...of, kind: 'workPostponed' as const, dueAt }]),
  ];
}
