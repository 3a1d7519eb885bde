import type { ScriptEvent } from '@/lib/domain/call-scripts/events';
import type { Moved, Refused } from '@/lib/domain/call-scripts/run';
import { endCallAfterClosing } from '@/lib/operations/calls/end-call';
import { holdAndOffer } from '@/lib/operations/calls/hand-over-call';
import type { Context, Tx } from '@/lib/operations/context';
import { applyEvent, type ScriptAct } from './apply-event';

/**
 * Applies what a person did in the conversation, records before commands: what the act orders of the line comes last. The
 * line's own events order nothing of it.
 * @throws Refusal `notPossibleNow` when a hand-over is ordered and nobody is talking on the call
 */
export async function applyAct(
  tx: Tx,
  context: Context,
  act: ScriptAct & { employeeId: string },
  event: ScriptEvent,
): Promise<Moved | Refused> {
  const result = await applyEvent(tx, context, act, event);
  if (!result.ok) return result;
  for (const effect of result.effects) {
    if (effect.type === 'handOver') await holdAndOffer(tx, context, act.call, effect.to);
    if (effect.type === 'hangUp') await endCallAfterClosing(tx, context, act.call);
  }
  return result;
}
