import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { AnswerMeta, CallScript, StepMeta, StepTag } from './call-script';
import { requirementListsIn } from './requirement-lists-in';
import type { RequirementList } from './requirements';

/** A state of the chart as it is drawn. Its title is the message `steps.<id>`. */
export type GraphNode = {
  id: string;
  /** The key of its words; null at an ending. */
  say: string | null;
  stage: StepMeta['stage'] | null;
  kind: StepMeta['kind'] | null;
  fields: StepMeta['fields'];
  answers: readonly AnswerMeta[];
  tags: readonly StepTag[];
  /** Codes of docs/rules.md. */
  rules: readonly string[];
  isFirst: boolean;
  isEnding: boolean;
};

/** One way from a state to another: by which event, given as which answers, and on what conditions (guard names). */
export type GraphEdge = {
  id: string;
  from: string;
  to: string;
  event: string;
  answers: readonly AnswerMeta[];
  conditions: readonly string[];
  /** What must be filled in, by the names of the lists. */
  requires: readonly RequirementList[];
};

/** `everywhere`: what leads away from every state, drawn once instead of at each. */
export type ScriptGraph = {
  nodes: GraphNode[];
  edges: GraphEdge[];
  everywhere: Pick<GraphEdge, 'event' | 'to' | 'conditions' | 'requires'>[];
};

/** The deployed chart itself, as nodes and edges in the order of the conversation. */
export function graphOf({ machine }: Pick<CallScript, 'machine'>): ScriptGraph {
  const states = Object.values(machine.states) as AnyStateNode[];
  return {
    nodes: states.map((state) => nodeOf(state, machine.config.initial === state.key)),
    edges: states.flatMap(edgesOf),
    everywhere: transitionsOf(machine.root)
      .filter(({ eventType }) => eventType !== 'manager.wentBack')
      .flatMap(({ eventType, target, guard }) =>
        (target ?? []).map(({ key }) => ({
          event: eventType,
          to: key,
          conditions: conditionsOf(guard),
          requires: requirementListsIn(guard),
        })),
      ),
  };
}

function nodeOf(state: AnyStateNode, isFirst: boolean): GraphNode {
  const meta = state.meta as StepMeta | undefined;
  return {
    id: state.key,
    say: meta?.say ?? null,
    stage: meta?.stage ?? null,
    kind: meta?.kind ?? null,
    fields: meta?.fields ?? [],
    answers: meta?.answers ?? [],
    tags: state.tags as StepTag[],
    rules: meta?.rules ?? [],
    isFirst,
    isEnding: state.type === 'final',
  };
}

function edgesOf(state: AnyStateNode): GraphEdge[] {
  const answers = (state.meta as StepMeta | undefined)?.answers ?? [];
  return transitionsOf(state).flatMap(({ eventType, target, guard }, at) =>
    (target ?? []).map(({ key }) => ({
      id: `${state.key} ${eventType} ${at}`,
      from: state.key,
      to: key,
      event: eventType,
      answers: answers.filter(({ event }) => event.type === eventType),
      conditions: conditionsOf(guard),
      requires: requirementListsIn(guard),
    })),
  );
}

function transitionsOf(state: AnyStateNode): AnyTransitionDefinition[] {
  return [...state.transitions.values()].flat();
}

/** Requirements are shown with the step that has them, so only the conditions that choose between ways are named. */
function conditionsOf(guard: unknown): string[] {
  if (typeof guard === 'string') return [guard];
  if (typeof guard === 'function') {
    return ((guard as { guards?: unknown[] }).guards ?? []).flatMap(conditionsOf);
  }
  const { type } = (guard ?? {}) as { type?: string };
  return type && type !== 'meets' ? [type] : [];
}
