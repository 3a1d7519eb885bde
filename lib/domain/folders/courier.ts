import { addDays } from '@/lib/domain/deadlines/time-zone';

/** ON-2: the courier as the department knows it; each order keeps its own. The prefix is dialled by hand, then the number. */
export const usualCourier = { name: 'Даймакс', phone: '94-08-53', prefix: '2' } as const;

const pickupDaysAhead = 60;

/**
 * What is wrong with the day of a pickup; both days are `YYYY-MM-DD` by our clock.
 * @param isCollected it has been, and the order is put right
 */
export function pickupProblem(
  pickupOn: string,
  today: string,
  { isCollected = false }: { isCollected?: boolean } = {},
): 'inThePast' | 'folders.errors.pickupTooFar' | 'folders.errors.pickupToCome' | null {
  if (isCollected) return pickupOn > today ? 'folders.errors.pickupToCome' : null;
  if (pickupOn < today) return 'inThePast';
  return pickupOn > addDays(today, pickupDaysAhead) ? 'folders.errors.pickupTooFar' : null;
}

/** The day (`YYYY-MM-DD`) on which a parcel that is picked up then comes to the client's city. */
export const arrivesOn = ({ pickupOn, days }: { pickupOn: string; days: number }) => addDays(pickupOn, days);

const deliveryDaysAhead = 90;

/**
 * ON-2, ON-5: what is wrong with the day a parcel comes on. All days are `YYYY-MM-DD` by our clock.
 * @param pickupOn empty when no pickup is ordered, or the parcel is on its way already
 * @param days how long its way takes; 0 when that does not matter
 */
export function deliveryProblem(
  deliveryOn: string,
  { today, pickupOn = '', days = 0 }: { today: string; pickupOn?: string; days?: number },
):
  | 'inThePast'
  | 'folders.errors.beforePickup'
  | 'folders.errors.beforeArrival'
  | 'folders.errors.deliveryTooFar'
  | null {
  if (deliveryOn < today) return 'inThePast';
  if (deliveryOn < pickupOn) return 'folders.errors.beforePickup';
  if (pickupOn && deliveryOn < arrivesOn({ pickupOn, days })) return 'folders.errors.beforeArrival';
  return deliveryOn > addDays(today, deliveryDaysAhead) ? 'folders.errors.deliveryTooFar' : null;
}
