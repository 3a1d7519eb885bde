import type { FigureKey } from './reports.contract';

export const narrowings = ['employee', 'line', 'project'] as const;
/** What a report may be narrowed to, beside a department. */
export type Narrowing = (typeof narrowings)[number];

const meaningless: Partial<Record<FigureKey, readonly Narrowing[]>> = {
  serviceLevel: ['employee'],
  abandonment: ['employee'],
  firstContact: ['line'],
  occupancy: ['line', 'project'],
  calledBack: ['project'],
  overdue: ['line'],
};

/**
 * What of a report's narrowing leaves a figure without a meaning: whether callers give up is the queue's and nobody's own, a
 * missed caller asked about no project yet, and what was written down later belongs to no number. Null: it can be reckoned.
 */
export function notReckonedFor(
  key: FigureKey,
  asked: { employeeId?: string; line?: string; projectId?: string },
): Narrowing | null {
  const given = { employee: asked.employeeId, line: asked.line, project: asked.projectId };
  return meaningless[key]?.find((narrowing) => given[narrowing] !== undefined) ?? null;
}
