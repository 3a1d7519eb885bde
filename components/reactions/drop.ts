import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';

/** What becomes of a card dropped somewhere: it is moved there, it is told that the time there is over, or nothing. */
export type Drop = 'moved' | 'past' | 'nothing';

/** Days are `YYYY-MM-DD`; `from`: on which the card stands. */
export function dropOnDay(day: string, { from, today }: { from: string; today: string }): Drop {
  if (day === from) return 'nothing';
  return day < today ? 'past' : 'moved';
}

type ColumnOfBoard = { group: string | null; employee: object | null };

/** On a column of a board by due time or by person, other than the one the card stands in. */
export function dropOnColumn(
  { group, employee }: ColumnOfBoard,
  next: Pick<NextReactionView, 'may' | 'employee'>,
  by: 'due' | 'person',
): Drop {
  if (by === 'person') {
    return next.may.handOver && (employee !== null || next.employee !== null) ? 'moved' : 'nothing';
  }
  if (!next.may.postpone) return 'nothing';
  return group === 'overdue' ? 'past' : 'moved';
}
