import type { ChangeRow } from '@/db/changes';
import type { ComplaintCallRow } from '@/db/complaints';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';
import type { Directory } from '@/lib/operations/reactions/directory';

type Entry = ComplaintView['history'][number];

/** What became of a complaint, the newest first; an answer that was given again keeps what did not change of the one before. */
export function historyOfComplaint(
  changes: readonly ChangeRow[],
  calls: readonly ComplaintCallRow[],
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
    if (fields.answeredAt) return [{ ...of, kind: 'answered', cause, answer }];
    return fields.closedAt ? [{ ...of, kind: 'closed', reason }] : [];
  });
  const called = calls.map(
    ({ at, employeeId, outcome, words }): Entry => ({
      ...{ at, employee: names.employee(employeeId) },
      ...{ kind: 'called', outcome, words },
    }),
  );
  return [...called, ...acts].sort((one, other) => one.at - other.at).reverse();
}
