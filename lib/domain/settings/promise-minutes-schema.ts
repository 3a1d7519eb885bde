import { z } from 'zod';
import { defaultPromiseMinutes, type PromiseMinutes } from './promise-minutes';

const minutes = z.int('notANumber').min(1, 'tooSmall').max(1440, 'tooBig');

export const promiseMinutesSchema = z.object({
  commercial: minutes.default(defaultPromiseMinutes.commercial),
  support: minutes.default(defaultPromiseMinutes.support),
  cooperation: minutes.default(defaultPromiseMinutes.cooperation),
  callBack: minutes.default(defaultPromiseMinutes.callBack),
});

/** The stored ones; what is missing or unreadable is the default. */
export function readPromiseMinutes(stored: unknown): PromiseMinutes {
  const parsed = promiseMinutesSchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : defaultPromiseMinutes;
}
