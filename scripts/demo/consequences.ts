import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';
import { goOn, type Standing } from './appeals';
import type { Chronicle, NextReactionRow, ReactionRow } from './chronicle';
import type { DemoEmployee } from './company';
import { acceptLead, endLead, escalateLead, type WrittenRecords } from './records';
import { inventNote } from './subjects';
import { inventRemark, inventRemarkAnswer } from './subjects-of-calls';

/** What came in lately is partly still to be done: leads nobody took, complaints half answered. */
const freshMs = 10 * hourMs;

const standings: readonly Standing[] = [
  'closed',
  'closed',
  'closed',
  'closed',
  'closed',
  'closed',
  'closed',
  'overdue',
  'soon',
  'later',
];

/** What came of the records of a call: those responsible act, mostly in time, and the appeal runs on. */
export function tellConsequences(
  chronicle: Chronicle,
  records: WrittenRecords,
  takenBy: DemoEmployee | null,
  endedAt: number,
): void {
  review(chronicle, records.reaction);
  const { random, now, company } = chronicle;
  let last: ReactionRow | null = null;
  let responsible: DemoEmployee | null = takenBy;
  const isFresh = now - endedAt < freshMs;
  for (const [order, next] of records.nextReactions.entries()) {
    if (isFresh && !takenBy && (records.lead || order > 0)) break;
    responsible = takenBy ?? responsibleOf(chronicle, next);
    const at = endedAt + random.between(1, takenBy ? 4 : records.lead ? 12 : 50) * minuteMs;
    const acceptedAt = at - 30_000;
    if (records.lead && !takenBy && acceptedAt < now) acceptLead(chronicle, records, responsible, acceptedAt);
    if (at >= now - 2 * minuteMs) break;
    if (records.lead && isFresh && random.chance(0.5)) break;
    last = chronicle.reaction({
      appeal: records.appeal,
      type: takenBy ? 'incomingCall' : 'outgoingCall',
      at,
      by: responsible,
      note: inventNote(random, responsible.departmentKind),
    });
    chronicle.fulfil(next, last);
    endLead(records, last);
  }
  if (!last) leaveUntouched(chronicle, records);
  if (!last || records.appeal.createdAt < records.reaction.createdAt) return;
  if (records.nextReactions.some(({ endedAt: ended }) => ended === null)) return;
  goOn(chronicle, {
    appeal: records.appeal,
    reaction: last,
    kind: responsible!.departmentKind,
    standing: now - last.happenedAt < dayMs ? random.pick(['soon', 'later']) : random.pick(standings),
    responsible: company.employees.find(({ id }) => id === last.employeeId)!,
  });
}

function leaveUntouched(chronicle: Chronicle, records: WrittenRecords): void {
  if (records.lead?.acceptedAt === null && records.lead.dueAt < chronicle.now)
    escalateLead(chronicle, records);
}

function responsibleOf({ company, random }: Chronicle, next: NextReactionRow): DemoEmployee {
  const department = company.employees.filter(
    ({ departmentId, roles }) =>
      departmentId === next.responsibleDepartmentId && !roles.includes('administrator'),
  );
  return department.find(({ id }) => id === next.responsibleEmployeeId) ?? random.pick(department);
}

/** Management reads what came of calls; a remark returns to the employee, who answers. */
function review({ random, now, company, reviews }: Chronicle, reaction: ReactionRow): void {
  const reviewedAt = reaction.happenedAt + random.between(dayMs / 2, 3 * dayMs);
  if (reviewedAt > now || !random.chance(0.75)) return;
  const reviewer = company.employees.find(({ roles }) => roles.includes('management'))!;
  const remark = random.chance(0.12) ? inventRemark(random) : null;
  const acknowledgedAt =
    remark && random.chance(0.6) ? Math.min(reviewedAt + random.between(1, 300) * minuteMs, now) : null;
  reviews.push({
    reactionId: reaction.id,
    reviewedBy: reviewer.id,
    reviewedAt,
    remark,
    remarkTo: remark && reaction.employeeId,
    acknowledgedAt,
    answer: acknowledgedAt === null ? null : inventRemarkAnswer(random),
  });
}
