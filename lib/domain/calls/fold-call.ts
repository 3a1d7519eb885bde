import { createActor, initialTransition, transition } from 'xstate';
import type { CallPhase } from './call';
import { type CallSnapshot, callMachine, callMachineVersion } from './call.machine';
import { beginContext, type CallContext, type CallInput } from './call-context';
import type { CallEffect } from './call-effect';
import type { CallEvent } from './call-event';

/** A call after an event: the snapshot to keep, what it says in columns, and what follows. */
export type FoldedCall = {
  phase: CallPhase;
  context: CallContext;
  /** Plain JSON. */
  snapshot: unknown;
  effects: CallEffect[];
};

export type FoldResult =
  | ({ result: 'applied' } & FoldedCall)
  /** Repeated, late or not possible now: nothing changes. */
  | { result: 'ignored' }
  | { result: 'unreadable'; reason: string };

/** The fold of no event yet, with what is to be done when the call comes. */
export function beginCall(input: CallInput): FoldedCall {
  const [snapshot, actions] = initialTransition(callMachine, input);
  return folded(snapshot, actions);
}

/** Applies one event to a kept snapshot; an ended call takes none. */
export function foldCall(kept: { snapshot: unknown; machineVersion: number }, event: CallEvent): FoldResult {
  const restored = restoreCall(kept);
  if ('reason' in restored) return { result: 'unreadable', reason: restored.reason };
  if (restored.status !== 'active') return { result: 'ignored' };
  const [next, actions] = transition(callMachine, restored, event);
  return next === restored ? { result: 'ignored' } : { result: 'applied', ...folded(next, actions) };
}

/** What a kept snapshot says, or why it cannot be read. */
export function restoreCall(kept: {
  snapshot: unknown;
  machineVersion: number;
}): CallSnapshot | { reason: string } {
  if (kept.machineVersion !== callMachineVersion) {
    return { reason: `kept by version ${kept.machineVersion} of the call machine` };
  }
  try {
    const snapshot = createActor(callMachine, {
      snapshot: withEveryField(kept.snapshot as CallSnapshot),
      input: {} as CallInput,
    }).getSnapshot();
    const isReadable = snapshot.status !== 'error' && typeof snapshot.value === 'string';
    return isReadable ? snapshot : { reason: 'the kept state is not of this machine' };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** A call that began before a field was learnt has not learnt it. */
function withEveryField(snapshot: CallSnapshot): CallSnapshot {
  if (!snapshot?.context) return snapshot;
  return { ...snapshot, context: { ...beginContext(snapshot.context), ...snapshot.context } };
}

function folded(snapshot: CallSnapshot, actions: readonly { type: string; params?: unknown }[]): FoldedCall {
  return {
    phase: snapshot.value as CallPhase,
    context: snapshot.context,
    snapshot: callMachine.getPersistedSnapshot(snapshot),
    effects: actions.filter(({ type }) => type === 'effect').map(({ params }) => params as CallEffect),
  };
}
