import { initialTransition, transition } from 'xstate';
import type { CallRoute } from '@/lib/domain/calls/route';
import { type CallScript, trailOf } from './call-script';
import type { ConversationStart } from './conversation';
import type { ScriptEffect } from './effects';
import type { ScriptEvent } from './events';
import type { Requirement } from './requirements';
import { effectsOf, type ScriptSnapshot } from './run';
import { missingFor } from './step-view';

/** What a conversation came to: where it stands, and what it wrote. */
export type Outcome = {
  step: string;
  isEnded: boolean;
  route: CallRoute | null;
  /** A reaction each, with how many next reactions it left. */
  records: readonly string[];
};

/** Where a past conversation could not go on. `missing`: what the chart asks for there and the caller was not asked. */
export type Stop = { step: string; event: string; missing: readonly Requirement[] };

/** In what a past conversation would come out otherwise. */
export type Difference =
  | ({ kind: 'stops' } & Stop)
  | { kind: 'endsElsewhere'; before: string; after: string }
  | { kind: 'hasAnotherRoute'; before: CallRoute | null; after: CallRoute | null }
  | { kind: 'writesOtherRecords'; before: readonly string[]; after: readonly string[] };

/** What a replay compares: a reaction by its route, with the number of its next reactions. */
export const recordOf = (route: CallRoute | null, reaction: string, nextReactions: number) =>
  `${reaction} (${route}), next reactions: ${nextReactions}`;

type PastEvent = { event: { type: string }; refused: unknown };

/** A past conversation's events, in order, put to this very chart; refused ones were never part of it. */
export function replay(
  { machine }: CallScript,
  start: ConversationStart,
  log: readonly PastEvent[],
): { outcome: Outcome; stop: Stop | null } {
  const [first, begun] = initialTransition(machine, start);
  let snapshot = first as ScriptSnapshot;
  const effects = effectsOf(begun);
  const firstStep = String(snapshot.value);
  const taken: { event: { type: string }; nextStep: string }[] = [];
  for (const { event, refused } of log) {
    if (refused) continue;
    const told = withTrail(event, trailOf(firstStep, taken));
    const next = takenBy(machine, snapshot, told);
    if (!next) {
      const stop = { step: String(snapshot.value), event: event.type, missing: missingFor(told, snapshot) };
      return { outcome: outcomeOf(snapshot, effects), stop };
    }
    snapshot = next.snapshot;
    effects.push(...next.effects);
    taken.push({ event, nextStep: String(snapshot.value) });
  }
  return { outcome: outcomeOf(snapshot, effects), stop: null };
}

/** How a replayed conversation differs from what it was; of one that has not ended only whether it could go on. */
export function differencesOf(
  before: Outcome,
  { outcome: after, stop }: ReturnType<typeof replay>,
): Difference[] {
  if (stop) return [{ kind: 'stops', ...stop }];
  if (!before.isEnded) return [];
  const differences: Difference[] = [];
  if (before.step !== after.step || !after.isEnded) {
    differences.push({ kind: 'endsElsewhere', before: before.step, after: after.step });
  }
  if (before.route !== after.route) {
    differences.push({ kind: 'hasAnotherRoute', before: before.route, after: after.route });
  }
  const [written, replayed] = [before.records, after.records].map((records) => [...records].sort());
  if (written!.join() !== replayed!.join()) {
    differences.push({ kind: 'writesOtherRecords', before: written!, after: replayed! });
  }
  return differences;
}

/** The log does not keep the trail, which it is itself. */
function withTrail(event: { type: string }, trail: readonly string[]): ScriptEvent {
  return (event.type === 'manager.wentBack' ? { ...event, trail } : event) as ScriptEvent;
}

/** Null when the chart takes no such event here, or fails over what the event says. */
function takenBy(
  machine: CallScript['machine'],
  snapshot: ScriptSnapshot,
  event: ScriptEvent,
): { snapshot: ScriptSnapshot; effects: ScriptEffect[] } | null {
  try {
    if (snapshot.status !== 'active' || !snapshot.can(event)) return null;
    const [next, actions] = transition(machine, snapshot, event);
    return { snapshot: next as ScriptSnapshot, effects: effectsOf(actions) };
  } catch {
    return null;
  }
}

function outcomeOf(snapshot: ScriptSnapshot, effects: readonly ScriptEffect[]): Outcome {
  const settled = effects.findLast((effect) => effect.type === 'settleRoute');
  return {
    step: String(snapshot.value),
    isEnded: snapshot.status === 'done',
    route: settled?.route ?? null,
    records: effects
      .filter((effect) => effect.type === 'writeRecords')
      .map(({ route, plan }) => recordOf(route, plan.reaction.type, plan.nextReactions.length)),
  };
}
