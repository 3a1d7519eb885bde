import type { PlannedResponsible, RecordsPlan } from '@/lib/domain/call-scripts/records-plan';
import type { CallRoute } from '@/lib/domain/calls/route';
import { minuteMs } from '@/lib/domain/duration';
import type { AppealRow, Chronicle, NextReactionRow, ReactionRow } from './chronicle';
import type { DemoEmployee } from './company';
import type { DemoCounterparty } from './counterparties';

export type WrittenRecords = {
  counterparty: DemoCounterparty;
  appeal: AppealRow;
  reaction: ReactionRow;
  nextReactions: NextReactionRow[];
  lead: Chronicle['leads'][number] | null;
};

/** The records of a finished route, as one act: card, appeal, reaction, what it leaves open, and the lead. */
export function writePlan(
  chronicle: Chronicle,
  written: {
    plan: RecordsPlan;
    route: CallRoute;
    callId: string;
    counterparty: DemoCounterparty;
    by: DemoEmployee;
    calledAt: number;
    at: number;
  },
): WrittenRecords {
  const { plan, route, callId, counterparty, by, calledAt, at } = written;
  if (plan.counterparty.use === 'new') Object.assign(counterparty, { createdAt: at, createdBy: by.id });
  const appeal =
    plan.appeal.use === 'existing'
      ? chronicle.appeals.find(({ id }) => plan.appeal.use === 'existing' && id === plan.appeal.id)!
      : chronicle.appeal({
          counterparty,
          topic: plan.appeal.topic,
          project: plan.appeal.project?.name ?? '',
          note: plan.appeal.note,
          at,
          by,
        });
  const { type, note } = plan.reaction;
  const reaction = chronicle.reaction({ appeal, type, at, by, note, callId, route, happenedAt: calledAt });
  const nextReactions = plan.nextReactions.map(({ responsible, dueSetting }) =>
    chronicle.nextReaction({
      appeal,
      reaction,
      kind: type === 'complaint' ? 'complaint' : route === 'callBack' ? 'callBack' : 'act',
      topic: appeal.topic,
      ...found(chronicle, responsible),
      dueAt: dueSetting === 'minute' ? at + minuteMs : at,
    }),
  );
  const isLead = nextReactions[0]?.responsibleDepartmentId === chronicle.company.departments.sales.id;
  const lead = isLead && type !== 'complaint' ? makeLead(chronicle, nextReactions[0]!) : null;
  return { counterparty, appeal, reaction, nextReactions, lead };
}

/** IN-11: by taking the handed-over call, or from the inbox; the next reaction becomes that person's. */
export function acceptLead(
  chronicle: Chronicle,
  records: WrittenRecords,
  by: DemoEmployee,
  at: number,
): void {
  const { lead, nextReactions } = records;
  if (!lead) return;
  if (at > lead.dueAt) escalateLead(chronicle, records);
  lead.acceptedAt = at;
  lead.acceptedBy = by.id;
  lead.version += 1;
  giveTo(chronicle, nextReactions[0]!, 'accepted', by.id, at, by.id);
}

/** IN-11: the minute is gone; the lead goes to the head of sales. */
export function escalateLead(chronicle: Chronicle, { lead, nextReactions }: WrittenRecords): void {
  if (!lead || lead.escalatedAt !== null) return;
  lead.escalatedAt = lead.dueAt;
  lead.escalationReason = 'minuteGone';
  lead.version += 1;
  const head = chronicle.company.departments.sales.headId;
  giveTo(chronicle, nextReactions[0]!, 'escalated', head, lead.dueAt, null, 'minuteGone');
}

/** The reaction that the lead came to; a next one follows it. */
export function endLead({ lead }: WrittenRecords, result: ReactionRow): void {
  if (!lead) return;
  lead.endedAt = result.happenedAt;
  lead.endReason = 'fulfilled';
  lead.resultReactionId = result.id;
  lead.version += 1;
}

function giveTo(
  chronicle: Chronicle,
  next: NextReactionRow,
  what: 'accepted' | 'escalated',
  employeeId: string,
  at: number,
  by: string | null,
  reason: string | null = null,
): void {
  const from = { responsibleEmployeeId: next.responsibleEmployeeId };
  chronicle.change(next, at, by, what, from, { responsibleEmployeeId: employeeId }, reason);
  next.responsibleEmployeeId = employeeId;
  next.version += 1;
}

function makeLead(chronicle: Chronicle, next: NextReactionRow) {
  const { random, company, leads, leadOffers } = chronicle;
  const lead = {
    id: random.idAt(next.createdAt),
    nextReactionId: next.id,
    callId: next.callId,
    departmentId: next.responsibleDepartmentId,
    createdAt: next.createdAt,
    dueAt: next.dueAt,
    escalatedAt: null,
    escalationReason: null,
    acceptedAt: null,
    acceptedBy: null,
    endedAt: null,
    endReason: null,
    resultReactionId: null,
    version: 1,
  } as Chronicle['leads'][number];
  leads.push(lead);
  for (const { id, departmentId } of company.employees) {
    if (departmentId !== lead.departmentId) continue;
    const offer = { leadId: lead.id, employeeId: id, offeredAt: lead.createdAt };
    leadOffers.push({ ...offer, declinedAt: null, declineReason: null });
  }
  return lead;
}

function found({ company }: Chronicle, responsible: PlannedResponsible) {
  if (responsible.kind === 'department') {
    return { departmentId: company.departments[responsible.departmentKind].id };
  }
  if (responsible.kind === 'headOf') {
    const { id, headId } = company.departments[responsible.departmentKind];
    return { departmentId: id, employeeId: headId };
  }
  const director = company.employees.find(({ roles }) => roles.includes('generalDirector'))!;
  return { departmentId: director.departmentId, employeeId: director.id };
}
