import { isOutOfReach, outOfReachAfterMs } from '@/lib/domain/employees/presence';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';

type Watched = Pick<PresenceView, 'employeeId' | 'outOfReachSince'>;

/** One time of being out of reach: back and gone again, it is told anew. */
export const outOfReachKey = ({ employeeId, outOfReachSince }: Watched) => `${employeeId}@${outOfReachSince}`;

/**
 * Who chose to be available and has been out of reach for more than a minute, and when the next one will have been (epoch
 * ms; null: nobody is about to). `but`: the head who watches has notices of their own.
 */
export function outOfReachAmong<Row extends Watched>(
  rows: readonly Row[],
  { now, but }: { now: number; but: string },
): { rows: Row[]; nextAt: number | null } {
  const others = rows.filter(({ employeeId }) => employeeId !== but);
  const toldAt = others.flatMap(({ outOfReachSince }) =>
    outOfReachSince === null ? [] : [outOfReachSince + outOfReachAfterMs],
  );
  const ahead = toldAt.filter((at) => at > now);
  return {
    rows: others.filter((row) => isOutOfReach(row, now)),
    nextAt: ahead.length === 0 ? null : Math.min(...ahead),
  };
}
