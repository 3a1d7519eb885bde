import type { FieldName, Stage } from './call-script';
import { stages } from './call-script';
import type { GraphNode, ScriptGraph } from './graph';

/** What a reviewer ticks off. `say` is the key of the words. */
export type ChecklistItem = { step: string } & (
  | { kind: 'verbatim'; say: string }
  | { kind: 'bySense'; say: string }
  | { kind: 'filled'; fields: readonly FieldName[] }
  | { kind: 'chosen'; answers: readonly string[] }
);

/** What is looked for when a conversation is reviewed, by the stages of the chart; stages without anything are left out. */
export function checklistOf(graph: ScriptGraph): { stage: Stage; items: ChecklistItem[] }[] {
  return stages
    .map((stage) => ({ stage, items: graph.nodes.filter((node) => node.stage === stage).flatMap(itemsOf) }))
    .filter(({ items }) => items.length > 0);
}

function itemsOf({ id: step, say, kind, fields, answers }: GraphNode): ChecklistItem[] {
  const items: ChecklistItem[] = [];
  if (say && kind === 'mandatory') items.push({ step, kind: 'verbatim', say });
  if (say && kind === 'bySense') items.push({ step, kind: 'bySense', say });
  if (fields.length > 0) items.push({ step, kind: 'filled', fields });
  if (answers.length > 1) items.push({ step, kind: 'chosen', answers: answers.map(({ label }) => label) });
  return items;
}
