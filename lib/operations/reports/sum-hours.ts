import { type HourTally, sumQueue } from '@/db/reports/queue';
import type { Db } from '@/db/store';
import type { Period } from '@/lib/domain/reports/period';
import { addQueues, emptyQueue, type QueueTally } from '@/lib/domain/reports/queue-figures';
import { inParts, partDays } from './in-parts';
import type { ReportScope } from './report-scope';

/** What came in each hour of the period, and what became of it. */
export const sumHours = (db: Db, scope: ReportScope, period: Period = scope.period): Promise<HourTally[]> =>
  inParts(period, partDays, (part) => sumQueue(db, scope.measured(part), scope.settings));

/** These hours as one. */
export const queueOf = (hours: readonly HourTally[]): QueueTally => hours.reduce(addQueues, emptyQueue);
