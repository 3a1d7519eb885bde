import type { FieldName, StepMeta } from './call-script';
import type { ScriptGraph } from './graph';
import { type Way, waysOfStep } from './ways-of-step';

/** One thing a chart says, to be put in words. `about` names what it is said of, whatever it says. */
export type Sentence = { about: string } & (
  | { kind: 'step'; step: string; stage: StepMeta['stage'] | null; said: StepMeta['kind']; isFirst: boolean }
  | { kind: 'ending'; step: string }
  | { kind: 'fields'; step: string; fields: readonly FieldName[] }
  | { kind: 'answer'; step: string; number: number; answer: string; ways: Way['targets'] }
  | { kind: 'event'; step: string; event: string; ways: Way['targets'] }
  | { kind: 'everywhere'; event: string; ways: Way['targets'] }
);

/** Everything a chart says, in the order of the conversation; what leads away from every step is said once, at the end. */
export function sentencesOf(graph: ScriptGraph): Sentence[] {
  const ofSteps = graph.nodes.flatMap((node): Sentence[] => {
    const step = node.id;
    if (node.isEnding) return [{ kind: 'ending', about: `ending ${step}`, step }];
    const { stage, fields, isFirst } = node;
    return [
      { kind: 'step', about: `step ${step}`, step, stage, said: node.kind ?? 'told', isFirst },
      ...(fields.length > 0 ? [{ kind: 'fields' as const, about: `fields ${step}`, step, fields }] : []),
      ...waysOfStep(graph, node).map(
        ({ answer, event, targets }): Sentence =>
          answer
            ? {
                kind: 'answer',
                about: `answer ${step} ${answer.label}`,
                step,
                number: answer.number,
                answer: answer.label,
                ways: targets,
              }
            : { kind: 'event', about: `event ${step} ${event}`, step, event, ways: targets },
      ),
    ];
  });
  const everywhere = [...new Set(graph.everywhere.map(({ event }) => event))].map((event): Sentence => {
    const own = graph.everywhere.filter((way) => way.event === event);
    const ways = own.map(({ to, conditions, requires }) => ({ to, conditions, requires }));
    return { kind: 'everywhere', about: `everywhere ${event}`, event, ways };
  });
  return [...ofSteps, ...everywhere];
}

export type Comparison = {
  added: Sentence[];
  removed: Sentence[];
  changed: { before: Sentence; after: Sentence }[];
};

/** What a later version of a chart says otherwise, each in the order it is said. */
export function compareSentences(before: readonly Sentence[], after: readonly Sentence[]): Comparison {
  const said = new Map(before.map((sentence) => [sentence.about, sentence]));
  const isSaidNow = new Set(after.map(({ about }) => about));
  return {
    added: after.filter(({ about }) => !said.has(about)),
    removed: before.filter(({ about }) => !isSaidNow.has(about)),
    changed: after.flatMap((sentence) => {
      const earlier = said.get(sentence.about);
      const isSame = !earlier || JSON.stringify(earlier) === JSON.stringify(sentence);
      return isSame ? [] : [{ before: earlier, after: sentence }];
    }),
  };
}
