import { type AppealRow, getAppealLocked, insertAppeal } from '@/db/appeals';
import { getSurvivorLocked } from '@/db/counterparties';
import { nextNumber } from '@/db/counters';
import { insertReaction } from '@/db/reactions';
import type { CallRoute } from '@/lib/domain/calls/route';
import { invalid, notFound } from '@/lib/domain/errors';
import { defaultAppealType, type NextReactionKind } from '@/lib/domain/reactions/reaction';
import type { RecordsToWrite, WrittenRecords } from '@/lib/domain/reactions/records';
import { reopenWithin } from '@/lib/operations/appeals/reopen-within';
import { openComplaint } from '@/lib/operations/complaints/open-complaint';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { completeCard } from '@/lib/operations/counterparties/complete-card';
import { insertCard } from '@/lib/operations/counterparties/insert-card';
import { refuseErased } from '@/lib/operations/counterparties/refuse-erased';
import { announce } from '@/lib/operations/webhooks/announce';
import { announceAppeal } from '@/lib/operations/webhooks/announce-appeal';
import { writeNextReactions } from './write-next-reactions';

export type RecordsAuthor = { id: string; departmentId: string };

/**
 * CARD, IN-2: one card used, one appeal, one reaction and what it leaves open, all or nothing within the caller's
 * transaction. The one-minute clocks run from now; `happenedAt` (epoch ms) is when the act itself happened.
 * @throws Refusal `notFound` or `invalid` when a chosen card or appeal is not there or does not belong together.
 */
export async function writeRecords(
  tx: Tx,
  context: Context,
  records: {
    plan: RecordsToWrite;
    callId: string | null;
    route: CallRoute | null;
    employee: RecordsAuthor;
    happenedAt: number;
    /** What kind of work it leaves open; that of its type unless said. */
    kind?: NextReactionKind;
    /** The satisfaction round whose complaint is written, if it is one. */
    roundId?: string | null;
  },
): Promise<WrittenRecords> {
  const { plan, callId, route, employee, happenedAt, roundId = null } = records;
  const counterpartyId = await takeCard(tx, context, plan.counterparty, employee);
  const appeal = await takeAppeal(tx, context, plan.appeal, counterpartyId, employee);
  const reactionId = context.newId();
  await insertReaction(tx, {
    id: reactionId,
    appealId: appeal.id,
    callId,
    type: plan.reaction.type,
    topic: plan.reaction.topic.trim() || appeal.topic,
    note: plan.reaction.note.trim(),
    route,
    departmentId: employee.departmentId,
    employeeId: employee.id,
    happenedAt,
    createdAt: context.now(),
    version: 1,
  });
  tell(tx, { noun: 'reaction', nounId: reactionId });
  announce(tx, {
    kind: 'reaction.recorded',
    data: {
      reactionId,
      type: plan.reaction.type,
      appealId: appeal.id,
      counterpartyId,
      callId,
      route,
      departmentId: employee.departmentId,
      employeeId: employee.id,
      happenedAt,
      href: `/api/v1/appeals/${appeal.id}`,
    },
  });
  const left = await writeNextReactions(
    tx,
    context,
    {
      kind: records.kind ?? kindOf(plan, route),
      appealId: appeal.id,
      counterpartyId,
      reactionId,
      callId,
      topic: appeal.topic,
      createdBy: employee.id,
      route,
    },
    plan.nextReactions,
  );
  const written = { counterpartyId, appealId: appeal.id, reactionId, ...left };
  const complaintId =
    plan.reaction.type === 'complaint'
      ? await openComplaint(tx, context, { plan, written, callId, roundId, employeeId: employee.id })
      : null;
  return { ...written, complaintId };
}

async function takeCard(
  tx: Tx,
  context: Context,
  card: RecordsToWrite['counterparty'],
  { id: employeeId }: RecordsAuthor,
): Promise<string> {
  if (card.use === 'new') {
    const { fields, status } = card;
    return (await insertCard(tx, context, { fields, status, createdBy: employeeId })).id;
  }
  const known = await getSurvivorLocked(tx, card.id);
  if (!known) throw notFound('counterparty');
  refuseErased(known);
  await completeCard(tx, context, known, card.complete, employeeId);
  return known.id;
}

async function takeAppeal(
  tx: Tx,
  context: Context,
  appeal: RecordsToWrite['appeal'],
  counterpartyId: string,
  { id: employeeId }: RecordsAuthor,
): Promise<AppealRow> {
  const now = context.now();
  if (appeal.use === 'new') {
    const row: AppealRow = {
      id: context.newId(),
      number: await nextNumber(tx, 'appeal'),
      counterpartyId,
      topic: appeal.topic.trim(),
      type: appeal.type.trim() || defaultAppealType,
      projectId: appeal.project?.id ?? null,
      note: appeal.note.trim(),
      createdAt: now,
      createdBy: employeeId,
      closedAt: null,
      closedBy: null,
      closeReason: null,
      version: 1,
    };
    await insertAppeal(tx, row);
    announceAppeal(tx, 'opened', row);
    tell(tx, { noun: 'appeal', nounId: row.id });
    return row;
  }
  const known = await getAppealLocked(tx, appeal.id);
  if (!known) throw notFound('appeal');
  if (known.counterpartyId !== counterpartyId)
    throw invalid({ appeal: 'reactions.errors.appealOfAnotherCounterparty' });
  tell(tx, { noun: 'appeal', nounId: known.id });
  // Somebody closed it while it was being talked about: what was said must not be lost.
  return known.closedAt === null ? known : reopenWithin(tx, context, known, { employeeId });
}

function kindOf(plan: RecordsToWrite, route: CallRoute | null): NextReactionKind {
  if (plan.reaction.type === 'complaint') return 'complaint';
  return route === 'callBack' ? 'callBack' : 'act';
}
