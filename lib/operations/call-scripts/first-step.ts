import type { CallScriptRun } from '@/db/call-scripts';

/** The step a run began at, by its own log: a chart that is not kept any more cannot be asked. */
export function firstStepOf(run: Pick<CallScriptRun, 'step'>, log: readonly { step: string }[]): string {
  return log[0]?.step ?? run.step;
}
