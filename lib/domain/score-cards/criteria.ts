import type { Stage } from '@/lib/domain/call-scripts/call-script';
import { type ChecklistItem, checklistOf } from '@/lib/domain/call-scripts/checklist';
import type { ScriptGraph } from '@/lib/domain/call-scripts/graph';

/** An item of the chart's checklist that one conversation is judged by. */
export type Criterion = ChecklistItem & { key: string; stage: Stage };

/** The checklist of a chart, of the steps that the conversation came to, in the order of the chart. */
export function criteriaOf(graph: ScriptGraph, steps: Iterable<string>): Criterion[] {
  const visited = new Set(steps);
  return checklistOf(graph).flatMap(({ stage, items }) =>
    items
      .filter(({ step }) => visited.has(step))
      .map((item) => ({ ...item, key: `${item.step}-${item.kind}`, stage })),
  );
}
