import { sql } from 'drizzle-orm';
import type { CallRoute } from '@/lib/domain/calls/route';
import type {
  NextReactionEvent,
  NextReactionKind,
  NextReactionOutcome,
  ReactionType,
} from '@/lib/domain/reactions/reaction';
import type { SlipCause, SlipKind, SlipListener } from '@/lib/domain/reactions/slip';
import type { Kit } from './kit';

export function defineReactions(k: Kit) {
  const appeals = k.table(
    'appeals',
    {
      id: k.text('id').primaryKey(),
      number: k.integer('number').notNull(),
      counterpartyId: k.text('counterparty_id').notNull(),
      topic: k.text('topic').notNull(),
      type: k.text('type').notNull(),
      projectId: k.text('project_id'),
      note: k.text('note').notNull(),
      createdAt: k.time('created_at').notNull(),
      createdBy: k.text('created_by'),
      closedAt: k.time('closed_at'),
      closedBy: k.text('closed_by'),
      closeReason: k.text('close_reason'),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.uniqueIndex('appeals_number').on(t.number),
      k.index('appeals_counterparty').on(t.counterpartyId, t.createdAt, t.id),
      k
        .index('appeals_counterparty_closed')
        .on(t.counterpartyId, t.closedAt, t.id)
        .where(sql`closed_at is not null`),
      k.index('appeals_created').on(t.createdAt, t.id),
      k.index('appeals_project').on(t.projectId, t.createdAt, t.id),
      k.index('appeals_author').on(t.createdBy, t.createdAt, t.id),
      k.index('appeals_author_project').on(t.createdBy, t.projectId, t.createdAt, t.id),
      k.index('appeals_open').on(t.createdAt, t.id).where(sql`closed_at is null`),
      k.index('appeals_open_project').on(t.projectId, t.createdAt, t.id).where(sql`closed_at is null`),
      k.index('appeals_open_author').on(t.createdBy, t.createdAt, t.id).where(sql`closed_at is null`),
    ],
  );

  /** The words of a topic, by which an appeal is found. */
  const appealWords = k.table(
    'appeal_words',
    {
      word: k.sortable('word').notNull(),
      appealId: k.text('appeal_id').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.word, t.appealId] }), k.index('appeal_words_appeal').on(t.appealId)],
  );

  const reactions = k.table(
    'reactions',
    {
      id: k.text('id').primaryKey(),
      appealId: k.text('appeal_id').notNull(),
      /** That of the appeal, for the timeline of the card. */
      counterpartyId: k.text('counterparty_id').notNull().default(''),
      callId: k.text('call_id'),
      type: k.text('type').$type<ReactionType>().notNull(),
      topic: k.text('topic').notNull(),
      note: k.text('note').notNull(),
      route: k.text('route').$type<CallRoute>(),
      departmentId: k.text('department_id').notNull(),
      employeeId: k.text('employee_id').notNull(),
      happenedAt: k.time('happened_at').notNull(),
      createdAt: k.time('created_at').notNull(),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.index('reactions_appeal').on(t.appealId, t.happenedAt),
      k.index('reactions_counterparty').on(t.counterpartyId, t.happenedAt, t.id),
      k.index('reactions_appeal_employee').on(t.appealId, t.employeeId),
      k.index('reactions_call').on(t.callId),
      k.index('reactions_happened').on(t.happenedAt, t.id),
      k.index('reactions_from_calls').on(t.happenedAt, t.id).where(sql`call_id is not null`),
      k.index('reactions_employee').on(t.employeeId, t.happenedAt),
      k.index('reactions_employee_type').on(t.employeeId, t.type, t.happenedAt, t.id),
      k.index('reactions_department').on(t.departmentId, t.happenedAt, t.id),
      k.index('reactions_department_type').on(t.departmentId, t.type, t.happenedAt, t.id),
      k.index('reactions_type').on(t.type, t.happenedAt, t.id),
    ],
  );

  const nextReactions = k.table(
    'next_reactions',
    {
      id: k.text('id').primaryKey(),
      kind: k.text('kind').$type<NextReactionKind>().notNull(),
      appealId: k.text('appeal_id'),
      reactionId: k.text('reaction_id'),
      callId: k.text('call_id'),
      counterpartyId: k.text('counterparty_id'),
      topic: k.text('topic').notNull(),
      callerE164: k.text('caller_e164'),
      responsibleDepartmentId: k.text('responsible_department_id').notNull(),
      responsibleEmployeeId: k.text('responsible_employee_id'),
      /** When the clock began to run; with `dueAt` it gives the share of time left. */
      startedAt: k.time('started_at').notNull(),
      dueAt: k.time('due_at').notNull(),
      postponedCount: k.integer('postponed_count').notNull(),
      createdAt: k.time('created_at').notNull(),
      createdBy: k.text('created_by'),
      endedAt: k.time('ended_at'),
      endedBy: k.text('ended_by'),
      outcome: k.text('outcome').$type<NextReactionOutcome>(),
      endReason: k.text('end_reason'),
      fulfilledByReactionId: k.text('fulfilled_by_reaction_id'),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k
        .index('next_reactions_open_department')
        .on(t.responsibleDepartmentId, t.dueAt, t.id)
        .where(sql`ended_at is null`),
      k
        .index('next_reactions_open_employee')
        .on(t.responsibleEmployeeId, t.dueAt, t.id)
        .where(sql`ended_at is null`),
      k
        .index('next_reactions_open_department_kind')
        .on(t.responsibleDepartmentId, t.kind, t.dueAt, t.id)
        .where(sql`ended_at is null`),
      k
        .index('next_reactions_open_employee_kind')
        .on(t.responsibleEmployeeId, t.kind, t.dueAt, t.id)
        .where(sql`ended_at is null`),
      k.index('next_reactions_open').on(t.dueAt, t.id).where(sql`ended_at is null`),
      k.index('next_reactions_due').on(t.dueAt, t.id),
      k
        .index('next_reactions_open_counterparty')
        .on(t.counterpartyId, t.dueAt, t.id)
        .where(sql`ended_at is null`),
      k.index('next_reactions_open_written').on(t.createdAt, t.id).where(sql`ended_at is null`),
      k
        .index('next_reactions_open_department_written')
        .on(t.responsibleDepartmentId, t.createdAt, t.id)
        .where(sql`ended_at is null`),
      k
        .index('next_reactions_open_employee_written')
        .on(t.responsibleEmployeeId, t.createdAt, t.id)
        .where(sql`ended_at is null`),
      k.index('next_reactions_missed').on(t.createdAt, t.id).where(sql`kind = 'missedCall'`),
      k.index('next_reactions_appeal').on(t.appealId),
      k.index('next_reactions_reaction').on(t.reactionId),
      k.index('next_reactions_call').on(t.callId),
      k.index('next_reactions_counterparty').on(t.counterpartyId, t.responsibleDepartmentId),
      k
        .index('next_reactions_counterparty_open')
        .on(t.counterpartyId, t.dueAt, t.id)
        .where(sql`ended_at is null`),
      k
        .index('next_reactions_counterparty_closed')
        .on(t.counterpartyId, t.endedAt, t.id)
        .where(sql`outcome = 'closed'`),
      k.index('next_reactions_caller').on(t.callerE164).where(sql`ended_at is null`),
    ],
  );

  const nextReactionChanges = k.table(
    'next_reaction_changes',
    {
      id: k.text('id').primaryKey(),
      nextReactionId: k.text('next_reaction_id').notNull(),
      at: k.time('at').notNull(),
      employeeId: k.text('employee_id'),
      what: k.text('what').$type<NextReactionEvent>().notNull(),
      from: k.json<Record<string, unknown>>('from').notNull(),
      to: k.json<Record<string, unknown>>('to').notNull(),
      reason: k.text('reason'),
    },
    (t) => [k.index('next_reaction_changes_of').on(t.nextReactionId, t.at)],
  );

  const slips = k.table(
    'slips',
    {
      id: k.text('id').primaryKey(),
      nextReactionId: k.text('next_reaction_id').notNull(),
      kind: k.text('kind').$type<SlipKind>().notNull(),
      cause: k.text('cause').$type<SlipCause>().notNull(),
      listener: k.text('listener').$type<SlipListener>().notNull(),
      /** Who is told; without a person, the whole department. */
      employeeId: k.text('employee_id'),
      departmentId: k.text('department_id').notNull(),
      /** The due time that was not kept. */
      dueAt: k.time('due_at').notNull(),
      at: k.time('at').notNull(),
      settledAt: k.time('settled_at'),
    },
    (t) => [
      k.index('slips_next_reaction').on(t.nextReactionId, t.kind),
      k.index('slips_employee').on(t.employeeId, t.kind, t.at, t.id).where(sql`settled_at is null`),
      k
        .index('slips_department')
        .on(t.departmentId, t.kind, t.at, t.id)
        .where(sql`settled_at is null and employee_id is null`),
    ],
  );

  const leads = k.table(
    'leads',
    {
      id: k.text('id').primaryKey(),
      nextReactionId: k.text('next_reaction_id').notNull(),
      callId: k.text('call_id'),
      departmentId: k.text('department_id').notNull(),
      createdAt: k.time('created_at').notNull(),
      dueAt: k.time('due_at').notNull(),
      escalatedAt: k.time('escalated_at'),
      escalationReason: k.text('escalation_reason').$type<'minuteGone' | 'declinedByAll'>(),
      acceptedAt: k.time('accepted_at'),
      acceptedBy: k.text('accepted_by'),
      endedAt: k.time('ended_at'),
      endReason: k.text('end_reason'),
      resultReactionId: k.text('result_reaction_id'),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.uniqueIndex('leads_next_reaction').on(t.nextReactionId),
      k.index('leads_call').on(t.callId),
      k.index('leads_open').on(t.departmentId, t.dueAt, t.id).where(sql`ended_at is null`),
      k.index('leads_created').on(t.departmentId, t.createdAt),
    ],
  );

  const leadOffers = k.table(
    'lead_offers',
    {
      leadId: k.text('lead_id').notNull(),
      employeeId: k.text('employee_id').notNull(),
      offeredAt: k.time('offered_at').notNull(),
      declinedAt: k.time('declined_at'),
      declineReason: k.text('decline_reason'),
    },
    (t) => [k.primaryKey({ columns: [t.leadId, t.employeeId] })],
  );

  const reactionReviews = k.table(
    'reaction_reviews',
    {
      reactionId: k.text('reaction_id').primaryKey(),
      reviewedBy: k.text('reviewed_by').notNull(),
      reviewedAt: k.time('reviewed_at').notNull(),
      remark: k.text('remark'),
      remarkTo: k.text('remark_to'),
      acknowledgedAt: k.time('acknowledged_at'),
      answer: k.text('answer'),
    },
    (t) => [
      k
        .index('reaction_reviews_remark')
        .on(t.remarkTo, t.reviewedAt, t.reactionId)
        .where(sql`acknowledged_at is null`),
    ],
  );

  return {
    appeals,
    appealWords,
    reactions,
    nextReactions,
    nextReactionChanges,
    slips,
    leads,
    leadOffers,
    reactionReviews,
  };
}
