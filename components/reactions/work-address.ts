import type {
  NextReactionGroup,
  WorkFilter,
  WorkOrder,
} from '@/lib/domain/reactions/next-reactions.contract';

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
  columns: readonly WorkColumn[];
};

const none = 'none';

/** The columns that an address names; the usual ones when it names none. */
export function readColumns(text: string | undefined): readonly WorkColumn[] {
  if (text === undefined) return usualColumns;
  const named = text.split(',');
  return workColumns.filter((column) => named.includes(column));
}

/** How an address names these columns; null for the usual ones. */
export function columnsText(columns: readonly WorkColumn[]): string | null {
  if (columns.join() === usualColumns.join()) return null;
  return columns.length === 0 ? none : columns.join(',');
}
