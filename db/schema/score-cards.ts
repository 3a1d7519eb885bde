import { sql } from 'drizzle-orm';
import type { Criterion } from '@/lib/domain/score-cards/criteria';
import type { ScoreCardContent, ScoreCardState } from '@/lib/domain/score-cards/score-card';
import type { Kit } from './kit';

export function defineScoreCards(k: Kit) {
  const scoreCards = k.table(
    'score_cards',
    {
      id: k.text('id').primaryKey(),
      callId: k.text('call_id').notNull(),
      /** Of the call: lists of cards and of calls are in its order. */
      arrivedAt: k.time('arrived_at').notNull(),
      /** Who is scored, and whose department it was when the card was begun. */
      employeeId: k.text('employee_id').notNull(),
      departmentId: k.text('department_id').notNull(),
      state: k.text('state').$type<ScoreCardState>().notNull(),
      edition: k.integer('edition').notNull(),
      /** Counts the changes of the content. */
      version: k.integer('version').notNull(),
      wordingVersion: k.integer('wording_version').notNull(),
      scriptId: k.text('script_id').notNull(),
      criteria: k.json<Criterion[]>('criteria').notNull(),
      content: k.json<ScoreCardContent>('content').notNull(),
      /** Of the edition sent last. */
      percent: k.integer('percent'),
      sentAt: k.time('sent_at'),
      sentBy: k.text('sent_by'),
      createdAt: k.time('created_at').notNull(),
      updatedAt: k.time('updated_at').notNull(),
      updatedBy: k.text('updated_by').notNull(),
    },
    (t) => [
      k.uniqueIndex('score_cards_call').on(t.callId),
      k.index('score_cards_arrived').on(t.arrivedAt, t.callId),
      k.index('score_cards_state').on(t.state, t.arrivedAt, t.callId),
      k.index('score_cards_department').on(t.departmentId, t.arrivedAt, t.callId),
      k.index('score_cards_employee').on(t.employeeId, t.arrivedAt, t.callId),
      k.index('score_cards_waiting').on(t.employeeId).where(sql`state in ('sent', 'upheld')`),
      k.index('score_cards_objected').on(t.departmentId).where(sql`state = 'objected'`),
    ],
  );

  /** What was sent once, and what the employee and the reviewer said to it. */
  const scoreCardEditions = k.table(
    'score_card_editions',
    {
      cardId: k.text('card_id').notNull(),
      edition: k.integer('edition').notNull(),
      content: k.json<ScoreCardContent>('content').notNull(),
      sentAt: k.time('sent_at').notNull(),
      sentBy: k.text('sent_by').notNull(),
      acknowledgedAt: k.time('acknowledged_at'),
      objectedAt: k.time('objected_at'),
      objection: k.text('objection'),
      upheldAt: k.time('upheld_at'),
      upheldBy: k.text('upheld_by'),
      reply: k.text('reply'),
    },
    (t) => [k.primaryKey({ columns: [t.cardId, t.edition] })],
  );

  return { scoreCards, scoreCardEditions };
}
