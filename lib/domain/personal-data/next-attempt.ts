import { hourMs, minuteMs } from '@/lib/domain/duration';

const longestWaitMs = 6 * hourMs;

/** When an erasure that failed so often (at least once), last at `failedAt`, is tried again (epoch ms): each time later. */
export const nextAttemptAt = (failedAt: number, failures: number): number =>
  failedAt + Math.min(minuteMs * 2 ** Math.min(failures - 1, 16), longestWaitMs);
