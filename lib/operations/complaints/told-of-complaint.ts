import type { NextReactionChangeRow, NextReactionRow } from '@/db/next-reactions';
import type { NoticeRow } from '@/db/notices';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';
import { minuteMs } from '@/lib/domain/duration';
import type { Directory } from '@/lib/operations/reactions/directory';

type Told = ComplaintView['told'][number];

/** With whom a next reaction lies, or lay. */
export type Side = { employeeId: string | null; departmentId: string };

/** One side of a change; null when it does not say with whom the next reaction lay. */
export function sideOf(kept: Record<string, unknown>): Side | null {
  const { responsibleDepartmentId: departmentId, responsibleEmployeeId: employeeId } = kept;
  if (typeof departmentId !== 'string') return null;
  return { departmentId, employeeId: typeof employeeId === 'string' ? employeeId : null };
}

export const isSameSide = (one: Side, other: Side) =>
  one.employeeId === other.employeeId && one.departmentId === other.departmentId;

/**
 * Who was told of a complaint, as it was then, the earliest first: each next reaction it left, whoever has it by now, and each
 * letter beside them.
 * @param changes of these next reactions, the oldest first
 */
export function toldOfComplaint(
  work: readonly NextReactionRow[],
  changes: readonly NextReactionChangeRow[],
  notices: readonly NoticeRow[],
  names: Directory,
): Told[] {
  const written = new Set<string>();
  const byWork = work.map((next): Told => {
    const present = sideOf(next)!;
    const first = changes.find(({ nextReactionId, from }) => nextReactionId === next.id && sideOf(from));
    const told = (first && sideOf(first.from)) ?? present;
    const notice = notices.find((one) => isNoticeOf(one, next, told));
    if (notice) written.add(notice.id);
    return {
      id: next.id,
      at: next.createdAt,
      about: null,
      employee: names.employee(told.employeeId),
      department: names.department(told.departmentId),
      handedTo: isSameSide(told, present) ? null : namedSide(present, names),
      dueAt: next.dueAt,
      endedAt: next.endedAt,
      outcome: next.outcome,
      letter: notice?.state ?? null,
    };
  });
  const byLetter = notices
    .filter(({ id }) => !written.has(id))
    .map(
      ({ id, createdAt, kind, employeeId, state }): Told => ({
        ...{ id, at: createdAt, about: kind, employee: names.employee(employeeId), letter: state },
        ...{ department: null, handedTo: null, dueAt: null, endedAt: null, outcome: null },
      }),
    );
  return [...byWork, ...byLetter].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

/** The letter about a next reaction is written in one act with it. */
const isNoticeOf = (notice: NoticeRow, next: NextReactionRow, { employeeId }: Side) =>
  notice.employeeId === employeeId && Math.abs(notice.createdAt - next.createdAt) < minuteMs;

export const namedSide = ({ employeeId, departmentId }: Side, names: Directory) => ({
  employee: names.employee(employeeId),
  department: names.department(departmentId),
});
