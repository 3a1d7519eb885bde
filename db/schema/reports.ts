import { sql } from 'drizzle-orm';
import type { CallOutcome } from '@/lib/domain/calls/call';
import type { ClaimPurpose } from '@/lib/domain/calls/call-effect';
import type { CallRoute } from '@/lib/domain/calls/route';
import type { TrackedPresence } from '@/lib/domain/reports/presence-span';
import type { Kit } from './kit';

export function defineReports(k: Kit) {
  /** What an ended call adds to the reports: made of its facts, and made anew by another version of the formula. */
  const callMeasures = k.table(
    'call_measures',
    {
      callId: k.text('call_id').primaryKey(),
      formulaVersion: k.integer('formula_version').notNull(),
      /** By the clock of the client department: `YYYY-MM-DD` and 0 to 23. */
      day: k.sortable('day').notNull(),
      hour: k.integer('hour').notNull(),
      arrivedAt: k.time('arrived_at').notNull(),
      calledNumber: k.text('called_number').notNull(),
      outcome: k.text('outcome').$type<CallOutcome>().notNull(),
      waitMs: k.integer('wait_ms').notNull(),
      answeredBy: k.text('answered_by'),
      talkMs: k.integer('talk_ms').notNull(),
      holdMs: k.integer('hold_ms').notNull(),
      route: k.text('route').$type<CallRoute>(),
      /** Where the call went from the client department first. */
      handOverDepartmentId: k.text('hand_over_department_id'),
      handOverWaitMs: k.integer('hand_over_wait_ms'),
      handOverTakenBy: k.text('hand_over_taken_by'),
      /** Who led the conversation by the call script. */
      ledBy: k.text('led_by'),
      ledDepartmentId: k.text('led_department_id'),
      /** The word-for-word texts of the conversation: those due, those said, those a reason excuses. */
      itemsDue: k.integer('items_due').notNull(),
      itemsDone: k.integer('items_done').notNull(),
      itemsExcused: k.integer('items_excused').notNull(),
      backs: k.integer('backs').notNull(),
      unlistedAnswers: k.integer('unlisted_answers').notNull(),
      refusedAnswers: k.integer('refused_answers').notNull(),
      /** The step at which the caller hung up. */
      brokenOffAt: k.text('broken_off_at'),
    },
    (t) => [
      k.index('call_measures_day').on(t.day),
      k.index('call_measures_arrived').on(t.arrivedAt, t.callId),
      k.index('call_measures_handed_over').on(t.handOverDepartmentId, t.arrivedAt, t.callId),
    ],
  );

  /** A stay of one of ours on the line of a call. */
  const legMeasures = k.table(
    'leg_measures',
    {
      callId: k.text('call_id').notNull(),
      generation: k.integer('generation').notNull(),
      day: k.sortable('day').notNull(),
      employeeId: k.text('employee_id').notNull(),
      departmentId: k.text('department_id').notNull(),
      purpose: k.text('purpose').$type<ClaimPurpose>().notNull(),
      joinedAt: k.time('joined_at').notNull(),
      leftAt: k.time('left_at').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.callId, t.generation] }),
      k.index('leg_measures_day').on(t.day),
      k.index('leg_measures_joined').on(t.joinedAt),
    ],
  );

  /** A stay at a step of the call script, as long as it was left again. */
  const stepMeasures = k.table(
    'step_measures',
    {
      callId: k.text('call_id').notNull(),
      position: k.integer('position').notNull(),
      day: k.sortable('day').notNull(),
      employeeId: k.text('employee_id').notNull(),
      departmentId: k.text('department_id').notNull(),
      step: k.text('step').notNull(),
      seconds: k.integer('seconds').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.callId, t.position] }), k.index('step_measures_day').on(t.day)],
  );

  /** A stay at a step of a call script, of whichever direction the call was: what the script's own figures are counted from. */
  const scriptStays = k.table(
    'script_stays',
    {
      callId: k.text('call_id').notNull(),
      position: k.integer('position').notNull(),
      scriptId: k.text('script_id').notNull(),
      machineVersion: k.integer('machine_version').notNull(),
      wordingVersion: k.integer('wording_version').notNull(),
      day: k.sortable('day').notNull(),
      arrivedAt: k.time('arrived_at').notNull(),
      step: k.text('step').notNull(),
      /** Null at the last step, which was not left. */
      seconds: k.integer('seconds'),
      event: k.text('event'),
      /** The number of the answer it was left by, if it was one. */
      answer: k.integer('answer'),
      nextStep: k.text('next_step'),
      isBrokenOff: k.flag('is_broken_off').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.callId, t.position] }),
      k.index('script_stays_day').on(t.scriptId, t.machineVersion, t.day),
      k.index('script_stays_step').on(t.scriptId, t.machineVersion, t.step, t.arrivedAt, t.callId),
    ],
  );

  /** What of a conversation by a call script reviewers look for, of whichever direction the call was. */
  const conversationFacts = k.table(
    'conversation_facts',
    {
      callId: k.text('call_id').primaryKey(),
      arrivedAt: k.time('arrived_at').notNull(),
      refusedAnswers: k.integer('refused_answers').notNull(),
      unlistedAnswers: k.integer('unlisted_answers').notNull(),
      /** Of the steps that were left again; 0 when none was. */
      longestStepSeconds: k.integer('longest_step_seconds').notNull(),
    },
    (t) => [
      k.index('conversation_facts_arrived').on(t.arrivedAt, t.callId, t.longestStepSeconds),
      k.index('conversation_facts_refused').on(t.arrivedAt, t.callId).where(sql`refused_answers > 0`),
      k.index('conversation_facts_unlisted').on(t.arrivedAt, t.callId).where(sql`unlisted_answers > 0`),
    ],
  );

  /** What people were, each span of at most half a day; one without an end goes on. */
  const presenceSpans = k.table(
    'presence_spans',
    {
      id: k.text('id').primaryKey(),
      employeeId: k.text('employee_id').notNull(),
      departmentId: k.text('department_id').notNull(),
      state: k.text('state').$type<TrackedPresence>().notNull(),
      startedAt: k.time('started_at').notNull(),
      endedAt: k.time('ended_at'),
    },
    (t) => [
      k.index('presence_spans_started').on(t.startedAt),
      k.index('presence_spans_employee').on(t.employeeId, t.startedAt),
      k.index('presence_spans_open').on(t.employeeId).where(sql`ended_at is null`),
    ],
  );

  const reportViews = k.table(
    'report_views',
    {
      id: k.text('id').primaryKey(),
      employeeId: k.text('employee_id').notNull(),
      name: k.text('name').notNull(),
      /** The address of the report after the question mark. */
      query: k.text('query').notNull(),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.index('report_views_employee').on(t.employeeId, t.createdAt, t.id)],
  );

  /** What lets a television in to the wallboard, without a person. */
  const wallboardTokens = k.table(
    'wallboard_tokens',
    {
      id: k.text('id').primaryKey(),
      tokenHash: k.text('token_hash').notNull(),
      label: k.text('label').notNull(),
      createdBy: k.text('created_by').notNull(),
      createdAt: k.time('created_at').notNull(),
      lastUsedAt: k.time('last_used_at'),
      revokedAt: k.time('revoked_at'),
    },
    (t) => [k.uniqueIndex('wallboard_tokens_hash').on(t.tokenHash)],
  );

  return {
    callMeasures,
    legMeasures,
    stepMeasures,
    scriptStays,
    conversationFacts,
    presenceSpans,
    reportViews,
    wallboardTokens,
  };
}
