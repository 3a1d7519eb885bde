import { restore } from '@/lib/domain/call-scripts/run';
import type { StepView } from '@/lib/domain/call-scripts/step-view';
import { Refusal } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { refusedAnswer, runToAnswer, type ScriptAnswer } from './answer-call-script';
import { applyAct } from './apply-act';

/**
 * The goodbye of a route that hands over: the same act as saying it at the closing step, records before commands. Where
 * the goodbye would end the call instead it is refused, so that whoever asks for a hand-over never hangs up by it.
 * @throws Refusal `forbidden` for whom the call's draft is not; `notPossibleNow` with the current step and what is still
 * missing when the closing step is not reached or does not hand over.
 */
export async function handCallOver(context: Context, { callId }: { callId: string }): Promise<ScriptAnswer> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { call, run } = await runToAnswer(tx, context, callId);
    const restored = restore({ id: run.scriptId, version: run.machineVersion }, run.snapshot);
    if (restored.ok && !handsOver(restored.step)) {
      const { missing } = restored.step;
      const reason = missing.length > 0 ? 'missing' : 'notPossibleNow';
      const details = { reason, missing, step: run.step };
      throw new Refusal('notPossibleNow', 'the conversation does not hand over now', {}, details);
    }
    const act = { call, run, employeeId: person.id };
    const result = await applyAct(tx, context, act, { type: 'manager.saidGoodbye' });
    if (!result.ok) return refusedAnswer(run, result);
    return { callId, step: result.step.name, runVersion: run.version + 1 };
  });
}

const handsOver = ({ tags, target, callerLeft }: StepView) =>
  tags.includes('closing') && target !== null && !callerLeft;
