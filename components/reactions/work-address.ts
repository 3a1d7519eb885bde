import type { WorkFilter } from '@/lib/domain/reactions/next-reactions.contract';
import type { NextReactionGroup, WorkOrder } from '@/lib/domain/reactions/work-choices';

/** What is to be done, what happened, slipped promises to own clients, what others let come overdue. */
export const reactionsViews = ['next', 'done', 'clientPromise', 'escalation'] as const;
export type ReactionsView = (typeof reactionsViews)[number];

export const workColumns = [
  'counterparty',
  'appeal',
  'project',
  'responsible',
  'written',
  'writtenBy',
] as const;
export type WorkColumn = (typeof workColumns)[number];

export const usualColumns: readonly WorkColumn[] = ['counterparty', 'appeal', 'responsible'];

export const workShapes = ['list', 'board', 'calendar'] as const;

/** What of the work is shown, as it stands in the address. */
export type WorkAddress = {
  filter: WorkFilter;
  group: NextReactionGroup | 'any';
  order: WorkOrder;
};
