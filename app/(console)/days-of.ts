import { officeTimeZone } from '@/app/request-language';
import { addDays, instantOf } from '@/lib/domain/deadlines/time-zone';
import { dayOf, type SearchParams } from './list-address';

/** The days an address narrows a list to, and the same as the API takes them (epoch ms). */
export function daysOf(address: Awaited<SearchParams>) {
  const from = dayOf(address.from);
  const until = dayOf(address.until);
  return {
    days: { from, until },
    asked: {
      from: from ? instantOf(from, 0, officeTimeZone()) : undefined,
      until: until ? instantOf(addDays(until, 1), 0, officeTimeZone()) : undefined,
    },
  };
}
