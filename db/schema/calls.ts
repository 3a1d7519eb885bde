import { sql } from 'drizzle-orm';
import type { CallDirection, CallerKind, CallOutcome, CallPhase } from '@/lib/domain/calls/call';
import type { ClaimPurpose, OfferPurpose } from '@/lib/domain/calls/call-effect';
import type { CallRoute } from '@/lib/domain/calls/route';
import type { SupervisionEnd, SupervisionMode } from '@/lib/domain/calls/supervision';
import type { DeadlineKind } from '@/lib/domain/deadlines/deadline';
import type { PhoneKind } from '@/lib/domain/employees/phone-kind';
import type { RecordingKind, RecordingState } from '@/lib/domain/recordings/recording';
import type { Peaks } from '@/lib/domain/recordings/wav-peaks';
import type { PhoneCommand, PhoneCommandState } from '@/lib/domain/telephony';
import type { Kit } from './kit';

export function defineCalls(k: Kit) {
  const calls = k.table(
    'calls',
    {
      id: k.text('id').primaryKey(),
      direction: k.text('direction').$type<CallDirection>().notNull().default('inbound'),
      callSid: k.text('call_sid').notNull(),
      conferenceSid: k.text('conference_sid'),
      callerText: k.text('caller_text').notNull(),
      callerKind: k.text('caller_kind').$type<CallerKind>().notNull(),
      callerE164: k.text('caller_e164'),
      calledNumber: k.text('called_number').notNull(),
      /** Where the call is now: the fold of its facts and decisions. */
      phase: k.text('phase').$type<CallPhase>().notNull(),
      snapshot: k.json<unknown>('snapshot').notNull(),
      machineVersion: k.integer('machine_version').notNull(),
      version: k.integer('version').notNull(),
      /** The department being offered the call. */
      departmentId: k.text('department_id').notNull(),
      /** The department that is being offered the call besides, because its own let it ring for too long. */
      overflowDepartmentId: k.text('overflow_department_id'),
      /** The only person being offered the call; null for everybody of the department. */
      offeredEmployeeId: k.text('offered_employee_id'),
      /** The round of ringing under way, as in `call_offers`. */
      offerRound: k.integer('offer_round'),
      counterpartyId: k.text('counterparty_id'),
      /** The call script it was placed with, and what it was placed about; null for every other call. */
      scriptId: k.text('script_id'),
      subjectId: k.text('subject_id'),
      arrivedAt: k.time('arrived_at').notNull(),
      answeredAt: k.time('answered_at'),
      endedAt: k.time('ended_at'),
      outcome: k.text('outcome').$type<CallOutcome>(),
      outcomeDecidedAt: k.time('outcome_decided_at'),
      endedBy: k.text('ended_by').$type<'caller' | 'employee' | 'system'>(),
      claimGeneration: k.integer('claim_generation').notNull(),
      claimedBy: k.text('claimed_by'),
      claimedAt: k.time('claimed_at'),
      claimExpiresAt: k.time('claim_expires_at'),
      joinedAt: k.time('joined_at'),
      /** Since when the caller hears music by the last order. */
      heldSince: k.time('held_since'),
      /** Who took the call over and passed it on, while it may come back to them. */
      passedOnBy: k.text('passed_on_by'),
      /** The colleague who took up a request for advice on this call. */
      consultedId: k.text('consulted_id'),
      /** Who is in the conversation besides, or about to be (S5). */
      supervisedBy: k.text('supervised_by'),
      /** Since when the person on the line waits for help. */
      helpAskedAt: k.time('help_asked_at'),
      /** Since when the call stands as the list of live calls shows it. */
      stateSince: k.time('state_since'),
      /** The client manager who holds the conversation by the call script. */
      ownerId: k.text('owner_id'),
      route: k.text('route').$type<CallRoute>(),
      recordsWrittenAt: k.time('records_written_at'),
      unfinishedSince: k.time('unfinished_since'),
      finishedAt: k.time('finished_at'),
      finishedBy: k.text('finished_by'),
      discardReason: k.text('discard_reason'),
      handOverDepartmentId: k.text('hand_over_department_id'),
      handOverEmployeeId: k.text('hand_over_employee_id'),
      lastEventAt: k.time('last_event_at').notNull(),
      /** When the caller's music was last asked for by the line, or ordered to be. */
      musicAskedAt: k.time('music_asked_at'),
      reconciledAt: k.time('reconciled_at'),
      quarantinedAt: k.time('quarantined_at'),
      quarantineReason: k.text('quarantine_reason'),
      /** The missed caller's next reaction, one for all their calls until somebody answers for them. */
      missedReactionId: k.text('missed_reaction_id'),
    },
    (t) => [
      k.uniqueIndex('calls_sid').on(t.callSid),
      k.index('calls_arrived').on(t.arrivedAt, t.id),
      k.index('calls_outbound').on(t.arrivedAt, t.id).where(sql`direction = 'outbound'`),
      k.index('calls_caller').on(t.callerE164, t.arrivedAt),
      k.index('calls_counterparty').on(t.counterpartyId, t.arrivedAt, t.id),
      k.index('calls_subject').on(t.subjectId, t.arrivedAt, t.id).where(sql`subject_id is not null`),
      k.index('calls_owner').on(t.ownerId, t.arrivedAt, t.id),
      k.index('calls_open').on(t.arrivedAt, t.id).where(sql`ended_at is null`),
      k
        .index('calls_help')
        .on(t.helpAskedAt, t.id)
        .where(sql`ended_at is null and help_asked_at is not null`),
      k
        .index('calls_help_department')
        .on(t.departmentId, t.helpAskedAt, t.id)
        .where(sql`ended_at is null and help_asked_at is not null`),
      k.index('calls_supervised').on(t.supervisedBy).where(sql`ended_at is null`),
      k
        .index('calls_unfinished')
        .on(t.unfinishedSince, t.id)
        .where(sql`unfinished_since is not null and finished_at is null`),
      k
        .index('calls_unfinished_owner')
        .on(t.ownerId, t.unfinishedSince, t.id)
        .where(sql`unfinished_since is not null and finished_at is null`),
      k.index('calls_missed').on(t.missedReactionId, t.arrivedAt).where(sql`missed_reaction_id is not null`),
      k.index('calls_offered').on(t.departmentId, t.arrivedAt, t.id).where(sql`ended_at is null`),
      k
        .index('calls_unknown_caller')
        .on(t.arrivedAt, t.id)
        .where(sql`counterparty_id is null and caller_e164 is not null`),
      k.index('calls_led').on(t.ownerId).where(sql`ended_at is null`),
      k.index('calls_claimed').on(t.claimedBy).where(sql`ended_at is null`),
      k.index('calls_passed_on').on(t.passedOnBy).where(sql`ended_at is null`),
      k.index('calls_consulted').on(t.consultedId).where(sql`ended_at is null`),
    ],
  );

  const callFacts = k.table(
    'call_facts',
    {
      id: k.serial('id'),
      dedupeKey: k.text('dedupe_key').notNull(),
      callId: k.text('call_id'),
      callSid: k.text('call_sid'),
      kind: k.text('kind').notNull(),
      event: k.json<unknown>('event').notNull(),
      sequenceNumber: k.integer('sequence_number'),
      occurredAt: k.time('occurred_at').notNull(),
      receivedAt: k.time('received_at').notNull(),
      effect: k.text('effect').$type<'applied' | 'ignored' | 'unknownCall'>().notNull(),
      answer: k.text('answer'),
    },
    (t) => [
      k.uniqueIndex('call_facts_dedupe').on(t.dedupeKey),
      k.index('call_facts_call').on(t.callId, t.id),
      k.index('call_facts_of_no_call').on(t.callSid).where(sql`call_id is null`),
    ],
  );

  const callOffers = k.table(
    'call_offers',
    {
      id: k.text('id').primaryKey(),
      callId: k.text('call_id').notNull(),
      round: k.integer('round').notNull(),
      purpose: k.text('purpose').$type<OfferPurpose>().notNull(),
      departmentId: k.text('department_id').notNull(),
      employeeId: k.text('employee_id').notNull(),
      offeredAt: k.time('offered_at').notNull(),
      endsAt: k.time('ends_at').notNull(),
      endedAt: k.time('ended_at'),
      outcome: k.text('outcome').$type<'claimed' | 'lapsed' | 'declined' | 'withdrawn'>(),
      declineReason: k.text('decline_reason'),
    },
    (t) => [
      k.uniqueIndex('call_offers_round').on(t.callId, t.round, t.employeeId),
      k.index('call_offers_open').on(t.employeeId).where(sql`ended_at is null`),
      k.index('call_offers_employee').on(t.employeeId, t.offeredAt),
    ],
  );

  const callClaims = k.table(
    'call_claims',
    {
      callId: k.text('call_id').notNull(),
      generation: k.integer('generation').notNull(),
      employeeId: k.text('employee_id').notNull(),
      purpose: k.text('purpose').$type<ClaimPurpose>().notNull(),
      claimedAt: k.time('claimed_at').notNull(),
      expiresAt: k.time('expires_at').notNull(),
      label: k.text('label').notNull(),
      phoneKind: k.text('phone_kind').$type<PhoneKind>().notNull().default('dialled'),
      legCallSid: k.text('leg_call_sid'),
      joinedAt: k.time('joined_at'),
      leftAt: k.time('left_at'),
      releasedAt: k.time('released_at'),
      releaseReason: k.text('release_reason'),
    },
    (t) => [
      k.primaryKey({ columns: [t.callId, t.generation] }),
      k.index('call_claims_employee').on(t.employeeId, t.claimedAt),
      k.index('call_claims_leg').on(t.legCallSid),
    ],
  );

  /** Who was in whose conversation, how, from when until when (S5). */
  const callSupervisions = k.table(
    'call_supervisions',
    {
      callId: k.text('call_id').notNull(),
      generation: k.integer('generation').notNull(),
      employeeId: k.text('employee_id').notNull(),
      /** Who was on the line with the caller. */
      supervisedId: k.text('supervised_id').notNull(),
      label: k.text('label').notNull(),
      phoneKind: k.text('phone_kind').$type<PhoneKind>().notNull(),
      /** By whom they were heard, each since when; the last is in force. */
      modes: k.json<{ mode: SupervisionMode; at: number }[]>('modes').notNull(),
      startedAt: k.time('started_at').notNull(),
      expiresAt: k.time('expires_at').notNull(),
      legCallSid: k.text('leg_call_sid'),
      joinedAt: k.time('joined_at'),
      endedAt: k.time('ended_at'),
      endReason: k.text('end_reason').$type<SupervisionEnd>(),
    },
    (t) => [
      k.primaryKey({ columns: [t.callId, t.generation] }),
      k.index('call_supervisions_employee').on(t.employeeId, t.startedAt),
    ],
  );

  const phoneCommands = k.table(
    'phone_commands',
    {
      id: k.serial('id'),
      callId: k.text('call_id').notNull(),
      command: k.json<PhoneCommand>('command').notNull(),
      state: k.text('state').$type<PhoneCommandState>().notNull(),
      createdAt: k.time('created_at').notNull(),
      attempts: k.integer('attempts').notNull(),
      nextAttemptAt: k.time('next_attempt_at').notNull(),
      startedAt: k.time('started_at'),
      endedAt: k.time('ended_at'),
      problem: k.text('problem'),
    },
    (t) => [
      k.index('phone_commands_open').on(t.nextAttemptAt, t.id).where(sql`ended_at is null`),
      k.index('phone_commands_call').on(t.callId, t.id),
    ],
  );

  const deadlines = k.table(
    'deadlines',
    {
      id: k.text('id').primaryKey(),
      kind: k.text('kind').$type<DeadlineKind>().notNull(),
      subjectId: k.text('subject_id').notNull(),
      /** What the deadline was set for: an offer's round, a claim's generation. A newer one makes it void. */
      generation: k.integer('generation').notNull(),
      dueAt: k.time('due_at').notNull(),
      endedAt: k.time('ended_at'),
      outcome: k.text('outcome').$type<'fired' | 'withdrawn'>(),
    },
    (t) => [
      k.uniqueIndex('deadlines_subject').on(t.kind, t.subjectId, t.generation),
      k.index('deadlines_open').on(t.dueAt).where(sql`ended_at is null`),
    ],
  );

  const recordings = k.table(
    'recordings',
    {
      id: k.text('id').primaryKey(),
      kind: k.text('kind').$type<RecordingKind>().notNull(),
      callId: k.text('call_id').notNull(),
      recordingSid: k.text('recording_sid').notNull(),
      durationSeconds: k.integer('duration_seconds').notNull(),
      recordedAt: k.time('recorded_at').notNull(),
      state: k.text('state').$type<RecordingState>().notNull(),
      attempts: k.integer('attempts').notNull(),
      nextAttemptAt: k.time('next_attempt_at').notNull(),
      problem: k.text('problem'),
      byteLength: k.integer('byte_length'),
      sha256: k.text('sha256'),
      keptAt: k.time('kept_at'),
      /** Made once, when the sound arrives. */
      peaks: k.json<Peaks>('peaks'),
      deletedAt: k.time('deleted_at'),
      /** When the provider's copy is to be deleted; null: there is none, or it is not fetched yet. */
      deleteAtProviderAt: k.time('delete_at_provider_at'),
    },
    (t) => [
      k.uniqueIndex('recordings_sid').on(t.recordingSid),
      k.index('recordings_call').on(t.callId, t.recordedAt),
      k.index('recordings_awaited').on(t.nextAttemptAt).where(sql`state = 'awaited'`),
      k
        .index('recordings_at_provider')
        .on(t.deleteAtProviderAt)
        .where(sql`delete_at_provider_at is not null`),
      k.index('recordings_kept').on(t.recordedAt, t.id).where(sql`state = 'kept'`),
    ],
  );

  /** Who listened to what, and when (CS-10). */
  const recordingListens = k.table(
    'recording_listens',
    {
      id: k.text('id').primaryKey(),
      recordingId: k.text('recording_id').notNull(),
      employeeId: k.text('employee_id').notNull(),
      listenedAt: k.time('listened_at').notNull(),
    },
    (t) => [k.index('recording_listens_recording').on(t.recordingId, t.listenedAt)],
  );

  const callScriptRuns = k.table(
    'call_script_runs',
    {
      callId: k.text('call_id').primaryKey(),
      scriptId: k.text('script_id').notNull(),
      machineVersion: k.integer('machine_version').notNull(),
      wordingVersion: k.integer('wording_version').notNull(),
      employeeId: k.text('employee_id').notNull(),
      snapshot: k.json<unknown>('snapshot').notNull(),
      step: k.text('step').notNull(),
      status: k.text('status').$type<'active' | 'done' | 'quarantined'>().notNull(),
      /** Count of the events applied; a person's answer names the one it was given at. */
      version: k.integer('version').notNull(),
      startedAt: k.time('started_at').notNull(),
      updatedAt: k.time('updated_at').notNull(),
    },
    (t) => [k.index('call_script_runs_started').on(t.scriptId, t.startedAt, t.callId)],
  );

  const callScriptEvents = k.table(
    'call_script_events',
    {
      id: k.serial('id'),
      callId: k.text('call_id').notNull(),
      at: k.time('at').notNull(),
      employeeId: k.text('employee_id'),
      step: k.text('step').notNull(),
      event: k.json<{ type: string } & Record<string, unknown>>('event').notNull(),
      nextStep: k.text('next_step').notNull(),
      refused: k.json<{ reason: string; missing?: string[] }>('refused'),
    },
    (t) => [
      k.index('call_script_events_call').on(t.callId, t.id),
      k
        .index('call_script_events_unlisted')
        .on(t.step, t.at, t.id)
        .where(sql`event ->> 'type' = 'caller.saidSomethingElse' and refused is null`),
      k
        .index('call_script_events_unlisted_anywhere')
        .on(t.at, t.id)
        .where(sql`event ->> 'type' = 'caller.saidSomethingElse' and refused is null`),
    ],
  );

  const wordings = k.table(
    'wordings',
    {
      scriptId: k.text('script_id').notNull(),
      version: k.integer('version').notNull(),
      words: k.json<unknown>('words').notNull(),
      note: k.text('note').notNull(),
      publishedBy: k.text('published_by'),
      publishedAt: k.time('published_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.scriptId, t.version] })],
  );

  return {
    calls,
    callFacts,
    callOffers,
    callClaims,
    callSupervisions,
    phoneCommands,
    deadlines,
    recordings,
    recordingListens,
    callScriptRuns,
    callScriptEvents,
    wordings,
  };
}
