import { getAppealLocked } from '@/db/appeals';
import { getCall } from '@/db/calls';
import { getSurvivor } from '@/db/counterparties';
import { getNextReactionLocked, type NextReactionRow } from '@/db/next-reactions';
import { getProject } from '@/db/projects';
import { minuteMs } from '@/lib/domain/duration';
import type { Person } from '@/lib/domain/employees/employee';
import { forbidden, invalid, notFound } from '@/lib/domain/errors';
import { mayFulfil } from '@/lib/domain/reactions/next-reaction-rights';
import type { RecordReaction } from '@/lib/domain/reactions/record-input';
import {
  complaintNextReactions,
  type RecordsToWrite,
  type WrittenRecords,
} from '@/lib/domain/reactions/records';
import { closeAppealWith, refuseAppealWithoutNext } from '@/lib/operations/appeals/keep-appeal-law';
import { readingOfCall } from '@/lib/operations/calls/reading-of-call';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { visibleCard } from '@/lib/operations/counterparties/visible-card';
import { refuseWorkOfFolder } from '@/lib/operations/folders/refuse-open-folder';
import { takeLeadOfNextReaction } from '@/lib/operations/leads/take-lead';
import { endNextReaction, refuseEnded } from './end-next-reaction';
import { writeRecords } from './write-records';

/** A clock that runs ahead of ours is no reason to refuse. */
const clockSlackMs = minuteMs;

/**
 * CARD: the reaction card of «+» as one act, with or without a call: the counterparty and appeal new or existing, what
 * happened, and who acts next or that the appeal is closed. A complaint needs whose work caused it, and its next reactions
 * follow from that (SA-3). May fulfil a next reaction.
 * @throws Refusal `notFound`, `forbidden`, `invalid` (also when an open appeal would be left without a next reaction),
 * `notPossibleNow`
 */
export async function recordReaction(context: Context, input: RecordReaction): Promise<WrittenRecords> {
  const person = signedIn(context);
  return context.tx((tx) => writeReaction(tx, context, person, input));
}

/** The same inside a transaction of the caller. @throws Refusal as `recordReaction` */
export async function writeReaction(
  tx: Tx,
  context: Context,
  person: Person,
  input: RecordReaction,
): Promise<WrittenRecords> {
  refuseContradictions(input, context.now());
  const fulfilled = input.fulfils ? await fulfillable(tx, person, input.fulfils) : null;
  await refuseForeign(tx, person, input, fulfilled);
  const written = await writeRecords(tx, context, {
    plan: await planOf(tx, input),
    callId: input.callId ?? fulfilled?.callId ?? null,
    route: null,
    employee: person,
    happenedAt: input.reaction.happenedAt ?? context.now(),
  });
  if (fulfilled) {
    await takeLeadOfNextReaction(tx, context, fulfilled.id, person.id);
    await endNextReaction(tx, context, (await getNextReactionLocked(tx, fulfilled.id))!, {
      outcome: fulfilled.kind === 'missedCall' ? 'calledBack' : 'fulfilled',
      reason: null,
      reactionId: written.reactionId,
      employeeId: person.id,
    });
  }
  if (input.closeAppeal) {
    const appeal = (await getAppealLocked(tx, written.appealId))!;
    await closeAppealWith(tx, context, person, appeal, input.closeAppeal.reason);
  }
  await refuseAppealWithoutNext(tx, written.appealId);
  return written;
}

/** What can be refused without reading anything. @throws Refusal `invalid` */
function refuseContradictions(input: RecordReaction, now: number): void {
  const { happenedAt } = input.reaction;
  if (happenedAt !== undefined && happenedAt > now + clockSlackMs) {
    throw invalid({ 'reaction.happenedAt': 'reactions.errors.inTheFuture' });
  }
  input.nextReactions.forEach((next, index) => {
    if ('dueAt' in next && next.dueAt < now - clockSlackMs) {
      throw invalid({ [`nextReactions.${index}.dueAt`]: 'inThePast' });
    }
  });
  if (input.reaction.type === 'complaint') {
    if (!input.reaction.causedBy) throw invalid({ 'reaction.causedBy': 'required' });
    if (input.closeAppeal || input.nextReactions.length > 0) {
      throw invalid({ nextReactions: 'reactions.errors.complaintGoesToHeads' });
    }
  }
  if (input.closeAppeal && input.nextReactions.length > 0) {
    throw invalid({ closeAppeal: 'reactions.errors.closedAppealHasNoNext' });
  }
}

async function fulfillable(tx: Tx, person: Person, nextReactionId: string): Promise<NextReactionRow> {
  const next = await getNextReactionLocked(tx, nextReactionId);
  if (!next) throw notFound('next reaction');
  if (!mayFulfil(person, next)) throw forbidden();
  refuseEnded(next);
  await refuseWorkOfFolder(tx, person, next);
  return next;
}

/** What a person may not see they cannot add to; the next reaction they fulfil shows them its own appeal. */
async function refuseForeign(
  tx: Tx,
  person: Person,
  { counterparty, appeal, callId }: RecordReaction,
  fulfilled: NextReactionRow | null,
): Promise<void> {
  if (callId && callId !== fulfilled?.callId) {
    const call = await getCall(tx, callId);
    if (!call || (await readingOfCall(tx, call, person)) === 'none') throw notFound('call');
  }
  if (fulfilled?.appealId && (appeal.use !== 'existing' || appeal.id !== fulfilled.appealId)) {
    throw invalid({ appeal: 'reactions.errors.appealOfAnotherNextReaction' });
  }
  if (counterparty.use === 'new') {
    if (appeal.use === 'existing') throw invalid({ appeal: 'reactions.errors.appealOfAnotherCounterparty' });
    return;
  }
  const card = await getSurvivor(tx, counterparty.id);
  if (!card) throw notFound('counterparty');
  await visibleCard(tx, person, card.id);
}

async function planOf(tx: Tx, input: RecordReaction): Promise<RecordsToWrite> {
  const { counterparty, appeal, reaction, nextReactions } = input;
  if (appeal.use === 'new' && appeal.projectId && !(await getProject(tx, appeal.projectId))) {
    throw invalid({ 'appeal.projectId': 'notAChoice' });
  }
  return {
    counterparty: counterparty.use === 'new' ? { ...counterparty, status: 'prospect' } : counterparty,
    appeal:
      appeal.use === 'existing'
        ? appeal
        : { ...appeal, project: appeal.projectId === null ? null : { id: appeal.projectId } },
    reaction,
    nextReactions: reaction.type === 'complaint' ? complaintNextReactions(reaction.causedBy!) : nextReactions,
  };
}
