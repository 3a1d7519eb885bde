import { addDays } from '@/lib/domain/deadlines/time-zone';

/** ON-2: the courier as the department knows it; each order keeps its own. The prefix is dialled by hand, then the number. */
export const usualCourier = { name: 'Даймакс', phone: '94-08-53', prefix: '2' } as const;

const pickupDaysAhead = 60;

/** What is wrong with the day of a pickup; both days are `YYYY-MM-DD` by our clock. */
export function pickupProblem(
  pickupOn: string,
  today: string,
): 'inThePast' | 'folders.errors.pickupTooFar' | null {
  if (pickupOn < today) return 'inThePast';
  return pickupOn > addDays(today, pickupDaysAhead) ? 'folders.errors.pickupTooFar' : null;
}
