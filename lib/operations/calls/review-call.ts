import { getBlockedNumber } from '@/db/blocked-numbers';
import { listCallClaims } from '@/db/call-claims';
import { type CallFactRow, listCallFacts } from '@/db/call-facts';
import { listCallOffers } from '@/db/call-offers';
import { getCallScriptRun, listCallScriptEvents } from '@/db/call-scripts';
import { listCallSupervisions } from '@/db/call-supervisions';
import { type CallRow, getCall } from '@/db/calls';
import {
  findMissedCall,
  listNextReactionChanges,
  listNextReactionsOfReactions,
  type NextReactionRow,
} from '@/db/next-reactions';
import { listPhoneCommands } from '@/db/phone-commands';
import { listReactionsOfCall, type ReactionRow } from '@/db/reactions';
import type { Db } from '@/db/store';
import { visitsOf } from '@/lib/domain/call-scripts/visits';
import { readDecline } from '@/lib/domain/calls/decline-reason';
import { readLegLabel } from '@/lib/domain/calls/leg';
import type { CallReview } from '@/lib/domain/calls/review-view';
import type { Person } from '@/lib/domain/employees/employee';
import { mayBlockNumbers, mayReviewReactions, reviewsEverything } from '@/lib/domain/employees/permissions';
import { notFound } from '@/lib/domain/errors';
import { holdsOf } from '@/lib/domain/reports/call-measure';
import { firstStepOf } from '@/lib/operations/call-scripts/first-step';
import { type Context, signedIn } from '@/lib/operations/context';
import {
  describeNextReactionChanges,
  describeNextReactions,
} from '@/lib/operations/reactions/describe-next-reactions';
import { describeReactions } from '@/lib/operations/reactions/describe-reactions';
import { type Directory, readDirectory } from '@/lib/operations/reactions/directory';
import { describePlayableRecordings } from '@/lib/operations/recordings/describe-recordings';
import { describeReviews } from '@/lib/operations/reviews/describe-reviews';
import { describeJournal } from './describe-journal';
import { describeVisit } from './describe-visit';
import { eventsOf } from './events-of';
import { quarantineOf } from './quarantine-of';

/** A fact that came this long after it happened is shown as late. */
const lateAfterMs = 10_000;

/**
 * One call afterwards, for whom its review is; anybody else is told it is not there.
 * @throws Refusal `notFound`
 */
export async function reviewCall(context: Context, { callId }: { callId: string }): Promise<CallReview> {
  const person = signedIn(context);
  const db = context.read;
  const call = await getCall(db, callId);
  const [row] = call ? await describeJournal(db, person, [call]) : [];
  if (!call || !row?.mayReview) throw notFound('call');

  const run = await getCallScriptRun(db, callId);
  const log = run ? await listCallScriptEvents(db, callId) : [];
  const facts = await listCallFacts(db, callId);
  const offers = await listCallOffers(db, callId);
  const claims = await listCallClaims(db, callId);
  const supervisions = await listCallSupervisions(db, callId);
  const names = await readDirectory(db, {
    employees: [
      call.finishedBy,
      ...log.map((logged) => logged.employeeId),
      ...facts.map(employeeOf),
      ...offers.map((offer) => offer.employeeId),
      ...claims.map((claim) => claim.employeeId),
      ...supervisions.flatMap(({ employeeId, supervisedId }) => [employeeId, supervisedId]),
    ],
  });
  const named = (id: string) => names.employee(id) ?? { id, name: '' };
  context.saw({ kind: 'callReview', subjectId: call.id, counterpartyId: call.counterpartyId });
  return {
    now: context.now(),
    call: {
      ...row,
      reconciledAt: call.reconciledAt,
      quarantineReason: quarantineOf(call, run).quarantineReason,
      finishedBy: names.employee(call.finishedBy),
      recordsWrittenAt: call.recordsWrittenAt,
    },
    script: run && {
      id: run.scriptId,
      machineVersion: run.machineVersion,
      wordingVersion: run.wordingVersion,
      startedAt: run.startedAt,
    },
    path: run
      ? visitsOf(firstStepOf(run, log), run.startedAt, log).map((visit) => describeVisit(run, visit, names))
      : [],
    ...(await recordsOf(db, person, call, context.now())),
    recordings: await describePlayableRecordings(db, person, [call.id]),
    holds: holdsOf(eventsOf(call, facts), call.endedAt ?? context.now()),
    facts: facts.map((fact) => describeFact(fact, names)),
    offers: offers.map((offer) => ({
      id: offer.id,
      round: offer.round,
      purpose: offer.purpose,
      department: names.department(offer.departmentId),
      employee: named(offer.employeeId),
      offeredAt: offer.offeredAt,
      endedAt: offer.endedAt,
      outcome: offer.outcome,
      declined: offer.declineReason === null ? null : readDecline(offer.declineReason),
    })),
    claims: claims.map(({ callId: _, employeeId, expiresAt, label, phoneKind, legCallSid, ...claim }) => ({
      ...claim,
      employee: named(employeeId),
    })),
    supervisions: supervisions.map(
      ({ generation, employeeId, supervisedId, modes, startedAt, joinedAt, endedAt, endReason }) => ({
        generation,
        employee: named(employeeId),
        supervised: names.employee(supervisedId),
        modes,
        startedAt,
        joinedAt,
        endedAt,
        endReason,
      }),
    ),
    commands: (await listPhoneCommands(db, callId)).map(
      ({ id, command, state, attempts, problem, createdAt, endedAt }) => ({
        id,
        type: command.type,
        state,
        attempts,
        problem,
        createdAt,
        endedAt,
      }),
    ),
    blocking: await blockingOf(db, person, call),
  };
}

async function recordsOf(db: Db, person: Person, call: CallRow, now: number) {
  const reactions = await listReactionsOfCall(db, call.id);
  const missed = await findMissedCall(db, call.id);
  const next: NextReactionRow[] = [
    ...(missed ? [missed] : []),
    ...(await listNextReactionsOfReactions(
      db,
      reactions.map(({ id }) => id),
    )),
  ];
  const changes = await describeNextReactionChanges(
    db,
    await listNextReactionChanges(
      db,
      next.map(({ id }) => id),
    ),
  );
  return {
    reactions: await describeReactions(db, person, reactions),
    reviewed: await reviewsFor(db, person, reactions, now),
    nextReactions: (await describeNextReactions(db, person, next, now)).map((one) => ({
      ...one,
      changes: changes.get(one.id) ?? [],
    })),
  };
}

/** Of the reactions of one call, those the person reviews or was remarked on. */
async function reviewsFor(
  db: Db,
  person: Person,
  reactions: readonly ReactionRow[],
  now: number,
): Promise<CallReview['reviewed']> {
  const described = await describeReviews(db, person, reactions, now);
  return described.filter(({ reaction, promises, review }) => {
    if (review?.remarkTo?.id === person.id || reviewsEverything(person)) return true;
    const departments = [reaction.department.id, ...promises.map(({ department }) => department.id)];
    return mayReviewReactions(person) && departments.includes(person.departmentId);
  });
}

function describeFact(fact: CallFactRow, names: Directory): CallReview['facts'][number] {
  const isOurs = fact.dedupeKey.startsWith(`${fact.callId}:decision:`);
  const lateMs = fact.receivedAt - fact.occurredAt;
  return {
    id: fact.id,
    kind: fact.kind,
    source: isOurs ? 'console' : 'line',
    occurredAt: fact.occurredAt,
    receivedAt: fact.receivedAt,
    effect: fact.effect,
    lateMs: lateMs >= lateAfterMs ? lateMs : 0,
    employee: names.employee(hasTarget(fact) ? null : employeeOf(fact)),
    target: names.employee(hasTarget(fact) ? employeeOf(fact) : null),
  };
}

/** Decisions that name another person than who made them. */
const hasTarget = ({ kind }: CallFactRow) =>
  kind === 'employee.handedOver' || kind === 'employee.transferred' || kind === 'consult.asked';

function employeeOf({ event }: CallFactRow): string | null {
  const { label, employeeId } = event as { label?: unknown; employeeId?: unknown };
  if (typeof employeeId === 'string') return employeeId;
  return typeof label === 'string' ? (readLegLabel(label)?.employeeId ?? null) : null;
}

async function blockingOf(db: Db, person: Person, call: CallRow): Promise<CallReview['blocking']> {
  if (!mayBlockNumbers(person) || call.route !== 'noBusiness' || call.callerE164 === null) return null;
  return { e164: call.callerE164, isBlocked: (await getBlockedNumber(db, call.callerE164)) !== null };
}
