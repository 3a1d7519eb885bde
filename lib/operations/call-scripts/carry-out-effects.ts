import { updateCall } from '@/db/calls';
import { getEmployee } from '@/db/employees';
import { listNextReactionsOfReactions } from '@/db/next-reactions';
import { listReactionsOfCall } from '@/db/reactions';
import type { ScriptEffect } from '@/lib/domain/call-scripts/effects';
import type { RecordsPlan } from '@/lib/domain/call-scripts/records-plan';
import { checkRouteContract, type Written } from '@/lib/domain/call-scripts/route-contract';
import type { Moved } from '@/lib/domain/call-scripts/run';
import type { CallRoute } from '@/lib/domain/calls/route';
import { notFound } from '@/lib/domain/errors';
import { endCallAfterClosing } from '@/lib/operations/calls/end-call';
import { holdAndOffer } from '@/lib/operations/calls/hand-over-call';
import type { Context, Tx } from '@/lib/operations/context';
import { rerouteNextReaction } from '@/lib/operations/reactions/reroute-next-reaction';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import type { ScriptAct } from './apply-event';

type EffectOf<Type extends ScriptEffect['type']> = Extract<ScriptEffect, { type: Type }>;

/**
 * Carries out what an answer ordered, records before commands, in the order the script gave.
 * @throws RouteContractBroken when what was written is not what the route demands: everything is rolled back.
 */
export async function carryOutEffects(
  tx: Tx,
  context: Context,
  act: ScriptAct & { employeeId: string },
  { effects, step }: Moved,
): Promise<void> {
  let plan: RecordsPlan | null = null;
  for (const effect of effects) {
    switch (effect.type) {
      case 'writeRecords':
        plan = effect.plan;
        await writeRecordsOfCall(tx, context, act, effect);
        break;
      case 'settleRoute':
        await settleRoute(tx, act, effect.route, { plan, effects, callerLeft: step.callerLeft });
        break;
      case 'rerouteNextReaction':
        await rerouteOpenOnes(tx, context, act, effect);
        break;
      case 'handOver':
        await holdAndOffer(tx, context, act.call, effect.to);
        break;
      case 'hangUp':
        await endCallAfterClosing(tx, context, act.call);
        break;
      case 'promiseCallBack':
      case 'keepUnlistedAnswer':
      case 'finish':
        break;
    }
  }
}

async function writeRecordsOfCall(
  tx: Tx,
  context: Context,
  { call, employeeId }: ScriptAct & { employeeId: string },
  { plan, route }: EffectOf<'writeRecords'>,
): Promise<void> {
  const employee = await getEmployee(tx, employeeId);
  if (!employee) throw notFound('employee');
  const written = await writeRecords(tx, context, {
    plan,
    callId: call.id,
    route,
    employee: { id: employee.id, departmentId: employee.departmentId },
    happenedAt: call.arrivedAt,
  });
  await updateCall(tx, call.id, {
    counterpartyId: written.counterpartyId,
    recordsWrittenAt: context.now(),
  });
}

/** The rows that stand there now are counted, not the plan: a difference from the rule rolls the whole act back. */
async function settleRoute(
  tx: Tx,
  { call }: ScriptAct,
  route: CallRoute,
  {
    plan,
    effects,
    callerLeft,
  }: { plan: RecordsPlan | null; effects: readonly ScriptEffect[]; callerLeft: boolean },
): Promise<void> {
  const reactions = await listScriptReactions(tx, call.id);
  const next = await listNextReactionsOfReactions(
    tx,
    reactions.map(({ id }) => id),
  );
  const appeals = new Set(reactions.map(({ appealId }) => appealId));
  const counterparties = new Set(next.map(({ counterpartyId }) => counterpartyId));
  const handOver = effects.find((effect) => effect.type === 'handOver')?.to ?? null;
  const written: Written = {
    cards: [...counterparties].map(() => plan?.counterparty.use ?? 'existing'),
    appeals: [...appeals].map(() => plan?.appeal.use ?? 'existing'),
    reactions: reactions.map(({ type }) => type),
    nextReactions: plan && plan.nextReactions.length === next.length ? plan.nextReactions : [],
    handOver,
    callerLeft,
  };
  checkRouteContract(route, written);
  await updateCall(tx, call.id, { route });
}

/** A reaction written down by «+» during the call has no route and is no part of what the call script wrote. */
async function listScriptReactions(tx: Tx, callId: string) {
  return (await listReactionsOfCall(tx, callId)).filter(({ route }) => route !== null);
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
