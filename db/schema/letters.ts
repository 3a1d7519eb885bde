import { sql } from 'drizzle-orm';
import type { LetterState } from '@/lib/domain/letters/letter';
import type { Kit } from './kit';

export function defineLetters(k: Kit) {
  const letters = k.table(
    'letters',
    {
      id: k.text('id').primaryKey(),
      counterpartyId: k.text('counterparty_id').notNull(),
      appealId: k.text('appeal_id').notNull(),
      reactionId: k.text('reaction_id').notNull(),
      employeeId: k.text('employee_id').notNull(),
      departmentId: k.text('department_id').notNull(),
      to: k.json<string[]>('to').notNull(),
      subject: k.text('subject').notNull(),
      text: k.text('text').notNull(),
      /** Files of the card that go along. */
      attachmentIds: k.json<string[]>('attachment_ids').notNull().default([]),
      createdAt: k.time('created_at').notNull(),
      state: k.text('state').$type<LetterState>().notNull(),
      attempts: k.integer('attempts').notNull(),
      nextAttemptAt: k.time('next_attempt_at').notNull(),
      startedAt: k.time('started_at'),
      sentAt: k.time('sent_at'),
      problem: k.text('problem'),
    },
    (t) => [
      k.index('letters_newest').on(t.createdAt, t.id),
      k.index('letters_employee').on(t.employeeId, t.createdAt, t.id),
      k.index('letters_counterparty').on(t.counterpartyId),
      k.index('letters_reaction').on(t.reactionId),
      k.index('letters_told').on(t.createdAt, t.id).where(sql`state = 'sent' and text <> ''`),
      k.index('letters_waiting').on(t.nextAttemptAt).where(sql`state = 'waiting'`),
      k.index('letters_stuck').on(t.employeeId).where(sql`state in ('failed', 'unconfirmed')`),
      k.index('letters_sending').on(t.startedAt).where(sql`state = 'sending'`),
    ],
  );
  return { letters };
}
