import { dayMs, minuteMs } from '@/lib/domain/duration';
import type { BusinessHours } from './business-hours';
import { isPaused, workingTimeLeft } from './working-time';

/** `notStarted`: its time begins later; `paused`: its clock stands outside the working hours. */
export type DueState = 'now' | 'notStarted' | 'paused' | 'inTime' | 'soon' | 'overdue' | 'done';

export type DueClock = {
  startedAt?: number | null;
  doneAt?: number | null;
  /** With hours, time is measured in working time and the pause is found out; without, `paused` says it. */
  hours?: BusinessHours | null;
  paused?: boolean;
};

const soonShare = 0.25;
const soonWithoutStartMs = 15 * minuteMs;
const soonAtMostMs = dayMs;
const nowForMs = minuteMs;

/**
 * How a promise stands; `soon` when a quarter of its time or less is left, but no more than a day; 15 minutes when its
 * start is unknown. What is due at once (SA-3) is `now` for its first minute: nobody could have been in time.
 */
export function dueState(dueAt: number, now: number, clock: DueClock = {}): DueState {
  const { startedAt, doneAt, hours } = clock;
  if (doneAt != null) return 'done';
  if (startedAt != null && dueAt <= startedAt && Math.abs(now - dueAt) < nowForMs) return 'now';
  if (now > dueAt) return 'overdue';
  if (startedAt != null && startedAt > now) return 'notStarted';
  if (hours ? isPaused(hours, now) : clock.paused) return 'paused';
  const until = (from: number) => (hours ? workingTimeLeft(hours, dueAt, from) : dueAt - from);
  const soonMs =
    startedAt == null ? soonWithoutStartMs : Math.min(until(startedAt) * soonShare, soonAtMostMs);
  return until(now) <= soonMs ? 'soon' : 'inTime';
}
