import { isOutOfReach, outOfReachAfterMs } from '@/lib/domain/employees/presence';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';

type Watched = Pick<PresenceView, 'employeeId' | 'chosen' | 'derived' | 'since'>;

/** One time of being out of reach: back and gone again, it is told anew. */
export const outOfReachKey = ({ employeeId, since }: Pick<Watched, 'employeeId' | 'since'>) =>
  `${employeeId}@${since}`;

/**
 * Who chose to be available and has been out of reach for more than a minute, and when the next one will have been (epoch
 * ms; null: nobody is about to). `but`: the head who watches has notices of their own.
 */
export function outOfReachAmong<Row extends Watched>(
  rows: readonly Row[],
  { now, but }: { now: number; but: string },
): { rows: Row[]; nextAt: number | null } {
  const others = rows.filter(({ employeeId }) => employeeId !== but);
  const waiting = others.filter(
    (row) => !isOutOfReach(row, now) && isOutOfReach(row, row.since + outOfReachAfterMs),
  );
  return {
    rows: others.filter((row) => isOutOfReach(row, now)),
    nextAt: waiting.length === 0 ? null : Math.min(...waiting.map(({ since }) => since + outOfReachAfterMs)),
  };
}
