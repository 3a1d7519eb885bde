import { type CallScriptRun, insertCallScriptEvent, updateCallScriptRun } from '@/db/call-scripts';
import { type CallRow, updateCall } from '@/db/calls';
import type { ScriptEffect } from '@/lib/domain/call-scripts/effects';
import type { ScriptEvent } from '@/lib/domain/call-scripts/events';
import { answer, type Moved, type Refused } from '@/lib/domain/call-scripts/run';
import { tellCall } from '@/lib/operations/calls/tell-call';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { orderMeasure } from '@/lib/operations/reports/order-measure';
import { carryOutEffects } from './carry-out-effects';
import { hearOfSubject } from './subjects-of-scripts';

export type ScriptAct = { call: CallRow; run: CallScriptRun; employeeId: string | null };

/**
 * Applies one event to a call's run inside the caller's transaction: event appended, snapshot saved, then what the
 * event orders of records is carried out; what it orders of the line is the caller's (`applyAct`). A refused answer of a person is kept as a fact; a line event that comes too late is not.
 */
export async function applyEvent(
  tx: Tx,
  context: Context,
  { call, run, employeeId }: ScriptAct,
  event: ScriptEvent,
): Promise<Moved | Refused> {
  const now = context.now();
  const ref = { id: run.scriptId, version: run.machineVersion };
  const result = answer(ref, run.snapshot, event);
  const kept = { callId: call.id, at: now, employeeId, step: run.step, event: withoutTrail(event) };
  if (!result.ok) {
    if (result.reason === 'unreadable') await quarantine(tx, context, call);
    else if (employeeId !== null) {
      const refused = { reason: result.reason, missing: [...result.missing] };
      await insertCallScriptEvent(tx, { ...kept, nextStep: run.step, refused });
    }
    return result;
  }
  await insertCallScriptEvent(tx, { ...kept, nextStep: result.step.name, refused: null });
  await updateCallScriptRun(tx, call.id, {
    snapshot: result.snapshot,
    step: result.step.name,
    status: result.step.ended ? 'done' : 'active',
    employeeId: employeeId ?? run.employeeId,
    updatedAt: now,
  });
  await carryOutEffects(tx, context, { call, run, employeeId: employeeId ?? run.employeeId }, result);
  await settleFinish(tx, context, call, result.effects, employeeId ?? run.employeeId);
  await hearOfSubject(tx, context, { call, conversation: result.conversation });
  if (event.type === 'manager.filledIn') tellOwner(tx, call);
  else await tellCall(tx, call);
  return result;
}

/** The trail is derived from the log, so the log does not hold it. */
function withoutTrail(event: ScriptEvent): { type: string } {
  if (event.type !== 'manager.wentBack') return event;
  return { type: event.type, to: event.to } as { type: string };
}

async function settleFinish(
  tx: Tx,
  context: Context,
  call: CallRow,
  effects: readonly ScriptEffect[],
  employeeId: string,
): Promise<void> {
  const finish = effects.find((effect) => effect.type === 'finish');
  if (!finish) return;
  await updateCall(tx, call.id, { finishedAt: context.now(), finishedBy: employeeId });
  await orderMeasure(tx, context, call.id);
}

/** A run that cannot be read is set aside, not its call on the telephone; the typed fields stay readable in the log. */
async function quarantine(tx: Tx, context: Context, call: CallRow): Promise<void> {
  await updateCallScriptRun(tx, call.id, { status: 'quarantined', updatedAt: context.now() });
  await tellCall(tx, call);
}

/** Typing concerns only who leads the conversation; everything else also those who list the call. */
function tellOwner(tx: Tx, call: CallRow): void {
  if (call.ownerId) tell(tx, { noun: 'call', nounId: call.id, employeeId: call.ownerId });
}
