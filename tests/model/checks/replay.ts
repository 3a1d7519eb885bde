import { isDeepStrictEqual } from 'node:util';
import { trailOf } from '@/lib/domain/call-scripts/call-script';
import type { ScriptEvent } from '@/lib/domain/call-scripts/events';
import { answer, begin, restore } from '@/lib/domain/call-scripts/run';
import type { CallEvent } from '@/lib/domain/calls/call-event';
import { beginCall, foldCall } from '@/lib/domain/calls/fold-call';
import { testPeople } from '@/lib/operations/employees/testing';
import type { Check, Evidence, Violation } from './evidence';

/** I9: the state that is kept of a call and of its conversation is the fold of what was kept of them. */
export const isFoldOfFacts: Check = (evidence) => {
  const violations: Violation[] = [];
  for (const call of evidence.calls) {
    if (call.quarantinedAt !== null) continue;
    const what = callProblem(evidence, call) ?? runProblem(evidence, call);
    if (what) violations.push({ invariant: 'I9', what: `${call.callSid}: ${what}` });
  }
  return violations;
};

function callProblem({ facts }: Evidence, call: Evidence['calls'][number]): string | null {
  const [arrived, ...kept] = facts.filter(({ callId, effect }) => callId === call.id && effect === 'applied');
  if (arrived?.kind !== 'call.arrived') return 'its arrival is not its first fact';
  const input = arrived.event as unknown as Parameters<typeof beginCall>[0];
  const { admission, clientDepartmentId, times, isRecorded, overflow } = input;
  const began = beginCall({
    admission,
    clientDepartmentId,
    times,
    isRecorded,
    overflow,
    arrivedAt: arrived.occurredAt,
  });
  let snapshot = plain(began.snapshot);
  for (const { id, kind, event } of kept) {
    const folded = foldCall({ snapshot, machineVersion: call.machineVersion }, event as CallEvent);
    if (folded.result !== 'applied') return `${kind} (${id}) was applied and is ${folded.result}`;
    snapshot = plain(folded.snapshot);
  }
  return isDeepStrictEqual(snapshot, call.snapshot) ? null : 'its state is not the fold of its facts';
}

function runProblem(
  { runs, scriptEvents, asWritten }: Evidence,
  { id: callId, callerE164 }: Evidence['calls'][number],
): string | null {
  const run = runs.find((each) => each.callId === callId);
  if (!run || run.status === 'quarantined') return null;
  const ref = { id: run.scriptId, version: run.machineVersion };
  if (!restore(ref, run.snapshot).ok) return 'its conversation cannot be read';
  const log = scriptEvents.filter((each) => each.callId === callId && each.refused === null);
  const names = Object.values(testPeople()).map(({ presentsAs }) => presentsAs);
  const ends = names.map((managerName) => {
    let { snapshot } = begin(ref, { managerName, callerPhone: callerE164 && asWritten(callerE164) });
    for (const [at, { event }] of log.entries()) {
      const known =
        event.type === 'manager.wentBack' ? { trail: trailOf(log[0]!.step, log.slice(0, at)) } : {};
      const moved = answer(ref, snapshot, { ...event, ...known } as ScriptEvent);
      if (!moved.ok) return `${event.type} was applied and is ${moved.reason}`;
      ({ snapshot } = moved);
    }
    return plain(snapshot);
  });
  if (ends.some((end) => isDeepStrictEqual(end, run.snapshot))) return null;
  const [first] = ends;
  return typeof first === 'string' ? first : 'its conversation is not the fold of what was said';
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
