import { count, sql } from 'drizzle-orm';
import { countWhere } from '@/db/count-where';
import type { Db } from '@/db/store';
import type { CallOutcome } from '@/lib/domain/calls/call';
import type { CallRoute } from '@/lib/domain/calls/route';
import { isInQueue, type MeasuredScope } from './measured-scope';

export type WayTally = {
  calledNumber: string;
  route: CallRoute | null;
  handOverDepartmentId: string | null;
  outcome: CallOutcome;
  isTaken: boolean;
  calls: number;
};

/** The ways callers took: the line, the route, the first hand-over and how it ended. */
export async function sumWays(db: Db, scope: MeasuredScope): Promise<WayTally[]> {
  const t = db.t.callMeasures;
  const rows = await db.q
    .select({
      calledNumber: t.calledNumber,
      route: t.route,
      handOverDepartmentId: t.handOverDepartmentId,
      outcome: t.outcome,
      taken: countWhere(sql`${t.handOverTakenBy} is not null`),
      calls: count(),
    })
    .from(t)
    .where(isInQueue(db, scope))
    .groupBy(t.calledNumber, t.route, t.handOverDepartmentId, t.outcome);
  return rows.flatMap(({ taken, calls, ...way }) =>
    [
      { ...way, isTaken: true, calls: taken },
      { ...way, isTaken: false, calls: calls - taken },
    ].filter(({ calls }) => calls > 0),
  );
}
