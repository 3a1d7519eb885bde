import { minuteMs } from '@/lib/domain/duration';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';

type Reminded = Pick<NextReactionView, 'id' | 'dueAt'>;

export type Reminder<Row> = { row: Row; key: string; stage: 'soon' | 'overdue' };

/** What came due in this time before the console was opened has just come due. */
const freshMs = 2 * minuteMs;

/** Each due time is told once when it is near and once when it has passed; moved, it is told anew. */
const keyOf = ({ id, dueAt }: Reminded, stage: 'soon' | 'overdue') => `due:${id}@${dueAt}:${stage}`;

/**
 * What is to be told now of the next reactions that are due soon or were due: what no tab of this browser has told yet
 * (`told`) nor this page weighed. At the first look of a page what was overdue before is left to the work list. Times are
 * epoch ms by the server's clock.
 */
export function remindersAmong<Row extends Reminded>(
  rows: readonly Row[],
  told: ReadonlySet<string>,
  weighed: ReadonlySet<string>,
  { now, isFirstLook }: { now: number; isFirstLook: boolean },
): Reminder<Row>[] {
  return rows
    .map((row) => {
      const stage = row.dueAt <= now ? ('overdue' as const) : ('soon' as const);
      return { row, key: keyOf(row, stage), stage };
    })
    .filter(({ row, key, stage }) => {
      if (told.has(key) || weighed.has(key)) return false;
      return stage === 'soon' || !isFirstLook || now - row.dueAt < freshMs;
    });
}

/** Every key that a page has weighed by now, told or left. */
export const weighedKeys = (rows: readonly Reminded[], now: number): string[] =>
  rows.map((row) => keyOf(row, row.dueAt <= now ? 'overdue' : 'soon'));

export const slipKey = ({ id }: { id: string }) => `slip:${id}`;

/** What slipped and neither a tab of this browser told nor this page weighed. */
export const slipsAmong = <Slip extends { id: string }>(
  slips: readonly Slip[],
  told: ReadonlySet<string>,
  weighed: ReadonlySet<string>,
): Slip[] => slips.filter((slip) => !told.has(slipKey(slip)) && !weighed.has(slipKey(slip)));
