import type { CallRoute } from '@/lib/domain/calls/route';
import type { DepartmentKind } from '@/lib/domain/employees/roles';

/** Working minutes until the next reaction of each route comes due (IN-2, IN-4, IN-5, IN-10), settings under the key `promises`. */
export type PromiseMinutes = Record<'commercial' | 'support' | 'cooperation' | 'callBack', number>;

export const defaultPromiseMinutes: PromiseMinutes = {
  commercial: 1,
  support: 1,
  cooperation: 1,
  callBack: 1,
};

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
