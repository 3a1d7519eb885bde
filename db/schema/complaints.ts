import { sql } from 'drizzle-orm';
import type { ComplaintState, NoticeKind, SecondCallOutcome } from '@/lib/domain/complaints/complaint';
import type { Kit } from './kit';

/** Written so that no index of the states is preferred to those of the deadlines. */
const isAnswerOwed = sql`state <> 'answered' and state <> 'closed'`;

export function defineComplaints(k: Kit) {
  const complaints = k.table(
    'complaints',
    {
      id: k.text('id').primaryKey(),
      number: k.integer('number').notNull(),
      counterpartyId: k.text('counterparty_id').notNull(),
      appealId: k.text('appeal_id').notNull(),
      reactionId: k.text('reaction_id').notNull(),
      callId: k.text('call_id'),
      roundId: k.text('round_id'),
      /** Whose work caused it. */
      departmentId: k.text('department_id').notNull(),
      /** Who answers for it; null while the department has no head and nobody took it. */
      ownerId: k.text('owner_id'),
      state: k.text('state').$type<ComplaintState>().notNull(),
      text: k.text('text').notNull(),
      /** What it came from, as whoever answers for it found. */
      cause: k.text('cause').notNull(),
      /** What the client was told. */
      answer: k.text('answer').notNull(),
      dueAt: k.time('due_at').notNull(),
      createdAt: k.time('created_at').notNull(),
      /** Who took it down. */
      createdBy: k.text('created_by').notNull(),
      takenAt: k.time('taken_at'),
      answeredAt: k.time('answered_at'),
      answeredBy: k.text('answered_by'),
      closedAt: k.time('closed_at'),
      closedBy: k.text('closed_by'),
      closeReason: k.text('close_reason'),
      reopenedCount: k.integer('reopened_count').notNull(),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.uniqueIndex('complaints_number').on(t.number),
      k.uniqueIndex('complaints_reaction').on(t.reactionId),
      k.index('complaints_created').on(t.createdAt, t.id),
      k.index('complaints_state').on(t.state, t.createdAt, t.id),
      k.index('complaints_department').on(t.departmentId, t.createdAt, t.id),
      k.index('complaints_department_state').on(t.departmentId, t.state, t.createdAt, t.id),
      k.index('complaints_owned').on(t.ownerId, t.createdAt, t.id),
      k.index('complaints_owned_state').on(t.ownerId, t.state, t.createdAt, t.id),
      k.index('complaints_author').on(t.createdBy, t.createdAt, t.id),
      k.index('complaints_author_state').on(t.createdBy, t.state, t.createdAt, t.id),
      k.index('complaints_counterparty').on(t.counterpartyId, t.createdAt),
      k
        .index('complaints_counterparty_closed')
        .on(t.counterpartyId, t.closedAt, t.id)
        .where(sql`closed_at is not null`),
      k.index('complaints_owner').on(t.ownerId).where(sql`closed_at is null`),
      k.index('complaints_owed').on(t.dueAt, t.id).where(isAnswerOwed),
      k.index('complaints_owed_department').on(t.departmentId, t.dueAt, t.id).where(isAnswerOwed),
      k.index('complaints_owed_owner').on(t.ownerId, t.dueAt, t.id).where(isAnswerOwed),
      k.index('complaints_owed_author').on(t.createdBy, t.dueAt, t.id).where(isAnswerOwed),
      k.index('complaints_round').on(t.roundId),
      k.index('complaints_call').on(t.callId),
    ],
  );

  /** Reactions beside the first that left work for somebody: the answers to the client, and each reopening. */
  const complaintReactions = k.table(
    'complaint_reactions',
    { complaintId: k.text('complaint_id').notNull(), reactionId: k.text('reaction_id').notNull() },
    (t) => [k.primaryKey({ columns: [t.complaintId, t.reactionId] })],
  );

  /** The calls after the solution. */
  const complaintCalls = k.table(
    'complaint_calls',
    {
      id: k.text('id').primaryKey(),
      complaintId: k.text('complaint_id').notNull(),
      at: k.time('at').notNull(),
      employeeId: k.text('employee_id').notNull(),
      outcome: k.text('outcome').$type<SecondCallOutcome>().notNull(),
      words: k.text('words').notNull(),
      /** The call of ours it was said in. */
      callId: k.text('call_id'),
    },
    (t) => [
      k.index('complaint_calls_of').on(t.complaintId, t.at),
      k.uniqueIndex('complaint_calls_call').on(t.callId).where(sql`call_id is not null`),
    ],
  );

  /** A letter to one of our own people, written and sent like any other. */
  const notices = k.table(
    'notices',
    {
      id: k.text('id').primaryKey(),
      employeeId: k.text('employee_id').notNull(),
      complaintId: k.text('complaint_id').notNull(),
      kind: k.text('kind').$type<NoticeKind>().notNull().default('received'),
      /** With what words it was reopened. */
      reactionId: k.text('reaction_id'),
      createdAt: k.time('created_at').notNull(),
      state: k.text('state').$type<'waiting' | 'sending' | 'sent' | 'failed'>().notNull(),
      attempts: k.integer('attempts').notNull(),
      nextAttemptAt: k.time('next_attempt_at').notNull(),
      sentAt: k.time('sent_at'),
      problem: k.text('problem'),
    },
    (t) => [
      k.index('notices_complaint').on(t.complaintId),
      k.index('notices_waiting').on(t.nextAttemptAt).where(sql`state in ('waiting', 'sending')`),
    ],
  );

  return { complaints, complaintReactions, complaintCalls, notices };
}
