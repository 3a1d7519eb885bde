import { addDays, companyTimeZone, instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';

/** What lies further ahead is no next reaction: the appeal is closed, and opened anew when its time comes. */
const mostDaysAhead = 365;

/** Why a next reaction is not moved to a time (both epoch ms), by the last minute of the 365th day from today; null when it is. */
export function dueProblem(dueAt: number, now: number): 'inThePast' | 'reactions.errors.dueTooLate' | null {
  if (dueAt <= now) return 'inThePast';
  const end = instantOf(
    addDays(wallTimeAt(now, companyTimeZone).date, mostDaysAhead + 1),
    0,
    companyTimeZone,
  );
  return dueAt < end ? null : 'reactions.errors.dueTooLate';
}
