import { z } from 'zod';
import type { CallRoute } from '@/lib/domain/calls/route';
import type { DepartmentKind } from '@/lib/domain/employees/roles';

const minutes = z.int('notANumber').min(1, 'tooSmall').max(1440, 'tooBig');

/** Working minutes until the next reaction of each route comes due (IN-2, IN-4, IN-5, IN-10), settings under the key `promises`. */
export const promiseMinutesSchema = z.object({
  commercial: minutes.default(1),
  support: minutes.default(1),
  cooperation: minutes.default(1),
  callBack: minutes.default(1),
});

export type PromiseMinutes = z.infer<typeof promiseMinutesSchema>;

export const defaultPromiseMinutes: PromiseMinutes = promiseMinutesSchema.parse({});

/** The stored ones; what is missing or unreadable is the default. */
export function readPromiseMinutes(stored: unknown): PromiseMinutes {
  const parsed = promiseMinutesSchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : defaultPromiseMinutes;
}

/** The route whose clock runs when a next reaction comes to a department by another way than its own route (IN-10). */
export function routeOfDepartment(kind: DepartmentKind): CallRoute {
  if (kind === 'support') return 'support';
  return kind === 'management' ? 'cooperation' : 'commercial';
}

/** Working minutes by the route a call took; a route that promises nothing, or none yet, gets the shortest. */
export function promiseMinutesOf(promises: PromiseMinutes, route: CallRoute | null): number {
  switch (route) {
    case 'support':
      return promises.support;
    case 'cooperation':
    case 'unclear':
      return promises.cooperation;
    case 'callBack':
      return promises.callBack;
    case 'commercial':
    case 'supportNeither':
      return promises.commercial;
    default:
      return Math.min(...Object.values(promises));
  }
}
