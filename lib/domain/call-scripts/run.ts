import { createActor, initialTransition, type SnapshotFrom, transition } from 'xstate';
import { callScriptOf, type ScriptRef } from './catalog';
import { type Conversation, type ConversationStart, startConversation } from './conversation';
import type { ScriptEffect } from './effects';
import type { ScriptEvent } from './events';
import type { inboundCall } from './inbound-call.script';
import type { Requirement } from './requirements';
import { missingFor, type StepView, viewOf } from './step-view';

export type ScriptSnapshot = SnapshotFrom<typeof inboundCall.machine>;

/** A run as it is kept: plain JSON, opaque to everybody but this file. */
export type KeptSnapshot = unknown;

/** Where a run stands. `effects` are to be carried out in the transaction that saves the snapshot. */
export type Moved = {
  ok: true;
  snapshot: KeptSnapshot;
  effects: ScriptEffect[];
  step: StepView;
  conversation: Conversation;
};

export type Refused =
  | { ok: false; reason: 'notPossibleNow' | 'missing'; missing: Requirement[]; step: StepView }
  | { ok: false; reason: 'finished'; missing: readonly []; step: StepView }
  /** The snapshot or its chart cannot be read: the run is to be quarantined, never the process. */
  | { ok: false; reason: 'unreadable'; missing: readonly []; step: null };

export type Restored =
  | { ok: true; snapshot: ScriptSnapshot; step: StepView; conversation: Conversation }
  | Extract<Refused, { reason: 'unreadable' }>;

/** A restored actor never looks at its input, but the types ask for one. */
const ignoredInput: ConversationStart = { managerName: '', callerPhone: null };

const unreadable = { ok: false, reason: 'unreadable', missing: [], step: null } as const;

/** The first step of a new run. @throws Error when the catalog has no such script */
export function begin(ref: ScriptRef, start: ConversationStart): Moved {
  const script = callScriptOf(ref);
  if (!script) throw new Error(`no call script ${ref.id} version ${ref.version}`);
  const [snapshot, actions] = initialTransition(script.machine, start);
  return moved(snapshot, actions);
}

/** Applies one event to a kept run, without running anything: what is to be done comes back as effects. */
export function answer(ref: ScriptRef, kept: KeptSnapshot, event: ScriptEvent): Moved | Refused {
  const script = callScriptOf(ref);
  const restored = restore(ref, kept);
  if (!script || !restored.ok) return unreadable;
  const { snapshot, step } = restored;
  if (snapshot.status !== 'active') return { ok: false, reason: 'finished', missing: [], step };
  if (!snapshot.can(event)) {
    const missing = missingFor(event, snapshot);
    return { ok: false, reason: missing.length > 0 ? 'missing' : 'notPossibleNow', missing, step };
  }
  const [next, actions] = transition(script.machine, snapshot, event);
  return moved(next, actions);
}

/** Reads a kept run. Anything but a run of this very chart is unreadable. */
export function restore(ref: ScriptRef, kept: KeptSnapshot): Restored {
  const script = callScriptOf(ref);
  if (!script || !isRun(kept)) return unreadable;
  try {
    const snapshot = createActor(script.machine, {
      snapshot: kept as ScriptSnapshot,
      input: ignoredInput,
    }).getSnapshot();
    if (snapshot.status !== 'active' && snapshot.status !== 'done') return unreadable;
    return { ok: true, snapshot, step: viewOf(snapshot), conversation: snapshot.context };
  } catch {
    return unreadable;
  }
}

/** XState begins anew when it is given nothing, and believes any context: neither may pass for a kept run. */
function isRun(kept: unknown): boolean {
  const { context } = (kept ?? {}) as { context?: Partial<Conversation> | null };
  const { draft, ...fresh } = startConversation(ignoredInput);
  return hasKeysOf(fresh, context) && hasKeysOf(draft, context?.draft);
}

function hasKeysOf(model: object, candidate: unknown): boolean {
  const isObject = typeof candidate === 'object' && candidate !== null;
  return isObject && Object.keys(model).every((key) => key in candidate);
}

type Action = { type: string; params?: unknown };

/** What the actions of a transition order. */
export function effectsOf(actions: readonly Action[]): ScriptEffect[] {
  return actions
    .filter(({ type }) => type === 'carryOut')
    .flatMap(({ params }) => params as readonly ScriptEffect[]);
}

function moved(snapshot: ScriptSnapshot, actions: readonly Action[]): Moved {
  return {
    ok: true,
    snapshot: JSON.parse(JSON.stringify(snapshot)),
    effects: effectsOf(actions),
    step: viewOf(snapshot),
    conversation: snapshot.context,
  };
}
