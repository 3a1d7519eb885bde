import { sql } from 'drizzle-orm';
import type {
  AttemptOutcome,
  RecommendationState,
  RoundAnswers,
  RoundState,
} from '@/lib/domain/rounds/round';
import type { Kit } from './kit';

export function defineRounds(k: Kit) {
  /** A client's call of every two weeks (SA-1). */
  const rounds = k.table(
    'rounds',
    {
      id: k.text('id').primaryKey(),
      counterpartyId: k.text('counterparty_id').notNull(),
      /** Whose client it is; moved along when the client is. */
      managerId: k.text('manager_id').notNull(),
      /** `YYYY-MM-DD` on the client's own calendar. */
      dueOn: k.text('due_on').notNull(),
      /** When the client may be called on that day. */
      dueFrom: k.time('due_from').notNull(),
      dueUntil: k.time('due_until').notNull(),
      timeZone: k.text('time_zone').notNull(),
      state: k.text('state').$type<RoundState>().notNull(),
      /** The first instant at which the next attempt is at an hour of its own. */
      nextAttemptAt: k.time('next_attempt_at').notNull(),
      answers: k.json<RoundAnswers>('answers').notNull(),
      /** The call that decided it. */
      callId: k.text('call_id'),
      /** Why the client would not be asked. */
      refusal: k.text('refusal'),
      letterState: k.text('letter_state').$type<RecommendationState>(),
      letterAskedAt: k.time('letter_asked_at'),
      letterReceivedAt: k.time('letter_received_at'),
      letterAttachmentId: k.text('letter_attachment_id'),
      complaintId: k.text('complaint_id'),
      createdAt: k.time('created_at').notNull(),
      endedAt: k.time('ended_at'),
      endedBy: k.text('ended_by'),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.index('rounds_counterparty').on(t.counterpartyId, t.dueOn),
      k
        .index('rounds_counterparty_ended')
        .on(t.counterpartyId, t.endedAt, t.id)
        .where(sql`ended_at is not null`),
      k.index('rounds_open_manager').on(t.managerId, t.dueFrom, t.id).where(sql`ended_at is null`),
      k.index('rounds_open').on(t.dueFrom, t.id).where(sql`ended_at is null`),
      k.index('rounds_ended_manager').on(t.managerId, t.endedAt, t.id).where(sql`ended_at is not null`),
      k.index('rounds_ended').on(t.endedAt, t.id).where(sql`ended_at is not null`),
      k
        .index('rounds_ended_manager_state')
        .on(t.managerId, t.state, t.endedAt, t.id)
        .where(sql`ended_at is not null`),
      k.index('rounds_ended_state').on(t.state, t.endedAt, t.id).where(sql`ended_at is not null`),
      k.index('rounds_owed').on(t.managerId).where(sql`state = 'complaintOwed'`),
      k
        .index('rounds_letters_manager')
        .on(t.managerId, t.letterAskedAt, t.id)
        .where(sql`letter_state = 'asked'`),
      k.index('rounds_letters').on(t.letterAskedAt, t.id).where(sql`letter_state = 'asked'`),
      k
        .index('rounds_received')
        .on(t.counterpartyId, t.letterReceivedAt)
        .where(sql`letter_state = 'received'`),
    ],
  );

  const roundAttempts = k.table(
    'round_attempts',
    {
      id: k.text('id').primaryKey(),
      roundId: k.text('round_id').notNull(),
      callId: k.text('call_id'),
      employeeId: k.text('employee_id').notNull(),
      at: k.time('at').notNull(),
      outcome: k.text('outcome').$type<AttemptOutcome>().notNull(),
    },
    (t) => [
      k.index('round_attempts_round').on(t.roundId, t.at),
      k.uniqueIndex('round_attempts_call').on(t.callId).where(sql`call_id is not null`),
    ],
  );

  return { rounds, roundAttempts };
}
