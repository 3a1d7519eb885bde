import { dayMs } from '@/lib/domain/duration';

/** How many days the server knows the key of a request at least. */
export const keyKnownDays = 7;

/** For so long a change that got no answer is sent again: the server still knows whether it made it, with a day to spare. */
export const sentAgainForMs = (keyKnownDays - 1) * dayMs;
