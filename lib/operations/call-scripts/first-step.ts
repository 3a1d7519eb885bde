import type { CallScriptRun } from '@/db/call-scripts';
import { begin } from '@/lib/domain/call-scripts/run';

/** The step every run of this script begins at. */
export function firstStepOf(run: Pick<CallScriptRun, 'scriptId' | 'machineVersion'>): string {
  return begin({ id: run.scriptId, version: run.machineVersion }, { managerName: '', callerPhone: null }).step
    .name;
}
