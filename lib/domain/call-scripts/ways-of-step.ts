import type { AnswerMeta } from './call-script';
import type { GraphEdge, GraphNode, ScriptGraph } from './graph';
import type { RequirementList } from './requirements';

/** One thing that may happen on a step, an answer or another event, and where it leads. */
export type Way = {
  key: string;
  /** Null for what is no numbered answer. */
  answer: AnswerMeta | null;
  event: string;
  /** None: the conversation stays on the step. Several: the conditions choose. */
  targets: { to: string; conditions: readonly string[]; requires: readonly RequirementList[] }[];
};

/** What may happen on a step: its answers in their order, then what else leads away from it. */
export function waysOfStep(graph: ScriptGraph, node: GraphNode): Way[] {
  const edges = graph.edges.filter(({ from }) => from === node.id);
  const answers = node.answers.map((answer) => {
    const own = edges.filter((edge) => edge.answers.some(({ number }) => number === answer.number));
    const leading =
      own.length > 0 ? own : graph.everywhere.filter(({ event }) => event === answer.event.type);
    return { key: `answer-${answer.number}`, answer, event: answer.event.type, targets: targetsOf(leading) };
  });
  const others = edges.filter((edge) => edge.answers.length === 0);
  const events = [...new Set(others.map(({ event }) => event))].map((event) => ({
    key: `event-${event}`,
    answer: null,
    event,
    targets: targetsOf(others.filter((edge) => edge.event === event)),
  }));
  return [...answers, ...events];
}

const targetsOf = (ways: readonly Pick<GraphEdge, 'to' | 'conditions' | 'requires'>[]): Way['targets'] =>
  ways.map(({ to, conditions, requires }) => ({ to, conditions, requires }));
