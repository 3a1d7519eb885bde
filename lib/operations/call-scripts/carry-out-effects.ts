import { getAppeal } from '@/db/appeals';
import { updateCall } from '@/db/calls';
import { getSurvivor } from '@/db/counterparties';
import { getEmployee } from '@/db/employees';
import { listNextReactionsOfReactions } from '@/db/next-reactions';
import type { ScriptEffect } from '@/lib/domain/call-scripts/effects';
import type { RecordsPlan } from '@/lib/domain/call-scripts/records-plan';
import { checkRouteContract } from '@/lib/domain/call-scripts/route-contract';
import type { Moved } from '@/lib/domain/call-scripts/run';
import { deliveryTopic } from '@/lib/domain/call-scripts/topic';
import { notFound } from '@/lib/domain/errors';
import type { Context, Tx } from '@/lib/operations/context';
import { rerouteNextReaction } from '@/lib/operations/reactions/reroute-next-reaction';
import { rewriteNote } from '@/lib/operations/reactions/rewrite-note';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import type { ScriptAct } from './apply-event';
import { listScriptReactions, readWritten, type StoodBefore } from './read-written';
import { refuseRecordsOfSubject, roundOfCall, settleSubject } from './subjects-of-scripts';

type EffectOf<Type extends ScriptEffect['type']> = Extract<ScriptEffect, { type: Type }>;

/**
 * Writes what an event ordered of records, in the order the script gave.
 * @throws RouteContractBroken when what was written is not what the route demands: everything is rolled back.
 */
export async function carryOutEffects(
  tx: Tx,
  context: Context,
  act: ScriptAct & { employeeId: string },
  moved: Moved,
): Promise<void> {
  let before: StoodBefore = { cards: new Set(), appeals: new Set() };
  for (const effect of moved.effects) {
    switch (effect.type) {
      case 'writeRecords':
        await refuseRecordsOfSubject(tx, act.call, effect.route);
        before = await whatStands(tx, effect.plan);
        await writeRecordsOfCall(tx, context, act, effect);
        break;
      case 'settleRoute':
        await settleRoute(tx, context, act, effect, before, moved);
        break;
      case 'rewriteNote':
        await rewriteNoteOfRecords(tx, context, act, effect);
        break;
      case 'rerouteNextReaction':
        await rerouteOpenOnes(tx, context, act, effect);
        break;
      case 'handOver':
      case 'hangUp':
      case 'promiseCallBack':
      case 'keepUnlistedAnswer':
      case 'finish':
        break;
    }
  }
}

async function whatStands(tx: Tx, { counterparty, appeal }: RecordsPlan): Promise<StoodBefore> {
  const card = counterparty.use === 'existing' ? await getSurvivor(tx, counterparty.id) : null;
  const open = appeal.use === 'existing' ? await getAppeal(tx, appeal.id) : null;
  return { cards: new Set(card ? [card.id] : []), appeals: new Set(open ? [open.id] : []) };
}

async function writeRecordsOfCall(
  tx: Tx,
  context: Context,
  { call, employeeId }: ScriptAct & { employeeId: string },
  { plan, route }: EffectOf<'writeRecords'>,
): Promise<void> {
  const employee = await getEmployee(tx, employeeId);
  if (!employee) throw notFound('employee');
  const nextReactions = plan.nextReactions.map(({ responsible: planned, dueSetting, day }) => {
    const responsible = planned.kind === 'manager' ? { kind: 'employee' as const, employeeId } : planned;
    return dueSetting === 'onDay'
      ? { responsible, dueSetting, day: day!, topic: deliveryTopic }
      : { responsible, dueSetting };
  });
  const written = await writeRecords(tx, context, {
    plan: { ...plan, nextReactions },
    callId: call.id,
    route,
    employee: { id: employee.id, departmentId: employee.departmentId },
    happenedAt: call.arrivedAt,
    roundId: roundOfCall(call),
  });
  await updateCall(tx, call.id, {
    counterpartyId: written.counterpartyId,
    recordsWrittenAt: context.now(),
  });
}

/** What the rows say now is held against the rule, not the plan: a difference rolls the whole act back. */
async function settleRoute(
  tx: Tx,
  context: Context,
  { call, employeeId }: ScriptAct & { employeeId: string },
  { route }: EffectOf<'settleRoute'>,
  before: StoodBefore,
  { effects, step, conversation }: Moved,
): Promise<void> {
  checkRouteContract(route, {
    ...(await readWritten(tx, call.id, route, before, conversation.draft.deliveryOn)),
    handOver: effects.find((effect) => effect.type === 'handOver')?.to ?? null,
    managerId: employeeId,
    concerned: conversation.draft.complaint.departmentKind,
    callerLeft: step.callerLeft,
  });
  await updateCall(tx, call.id, { route });
  await settleSubject(tx, context, { call, employeeId, route, conversation });
}

async function rewriteNoteOfRecords(
  tx: Tx,
  context: Context,
  { call, employeeId }: ScriptAct & { employeeId: string },
  { from, to }: EffectOf<'rewriteNote'>,
): Promise<void> {
  for (const { id } of await listScriptReactions(tx, call.id)) {
    await rewriteNote(tx, context, { reactionId: id, from, to, employeeId });
  }
}

/** IN-10: the same next reactions, another department. */
async function rerouteOpenOnes(
  tx: Tx,
  context: Context,
  { call, employeeId }: ScriptAct & { employeeId: string },
  { departmentKind }: EffectOf<'rerouteNextReaction'>,
): Promise<void> {
  const reactions = await listScriptReactions(tx, call.id);
  const left = await listNextReactionsOfReactions(
    tx,
    reactions.map(({ id }) => id),
  );
  for (const { id, endedAt } of left) {
    if (endedAt !== null) continue;
    const responsible = { kind: 'department', departmentKind } as const;
    await rerouteNextReaction(tx, context, { nextReactionId: id, responsible, employeeId });
  }
}
