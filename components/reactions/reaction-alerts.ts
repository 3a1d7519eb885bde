import { minuteMs } from '@/lib/domain/duration';
import type { UrgentNextReaction } from '@/lib/domain/reactions/next-reactions.contract';

type Watched = Pick<UrgentNextReaction, 'id' | 'kind' | 'isPaused' | 'fellAt'>;

/** What this browser has told the person already, by `alertKey`. */
export type AlertMemory = {
  /** Told of, by sound and in words. */
  told: ReadonlySet<string>;
  /** Complaints whose alarm was pressed. */
  pressed: ReadonlySet<string>;
};

export type ReactionAlert<Row> = { row: Row; key: string; isAlarm: boolean };

/** What fell to somebody in this time before the console was opened has just fallen to them. */
const freshMs = 2 * minuteMs;

/** One falling of one next reaction: given away and given back, it calls anew. */
export const alertKey = ({ id, fellAt }: Pick<Watched, 'id' | 'fellAt'>) => `${id}@${fellAt}`;

/** SA-3: a complaint stays on the screen until it is pressed. */
const isAlarm = ({ kind }: Pick<Watched, 'kind'>) => kind === 'complaint';

/**
 * Which of the waiting next reactions have to be shown now, of those that this page has not weighed yet. What its
 * department's closed hours pause waits for the opening, but for complaints, which come at any hour. `isFirstLook`: the
 * page was just opened, and only what fell to the person moments ago is new. Times are epoch ms by the server's clock.
 */
export function alertsAmong<Row extends Watched>(
  rows: readonly Row[],
  { told, pressed }: AlertMemory,
  weighed: ReadonlySet<string>,
  { now, isFirstLook }: { now: number; isFirstLook: boolean },
): ReactionAlert<Row>[] {
  return rows
    .filter((row) => (isAlarm(row) || !row.isPaused) && !weighed.has(alertKey(row)))
    .map((row) => ({ row, key: alertKey(row), isAlarm: isAlarm(row) }))
    .filter(({ row, key, isAlarm }) => {
      if (isAlarm) return !pressed.has(key);
      return !told.has(key) && (!isFirstLook || now - row.fellAt < freshMs);
    });
}
