import { type AnyColumn, and, asc, desc, gt, gte, lt, lte, or } from 'drizzle-orm';
import type { TimeOrder } from '@/lib/domain/paging';

/** Which rows of a list in the order of time: those after one of them, so many. */
export type PageAfter<Id = string> = { after?: { at: number; id: Id }; limit: number };

/** A page in the order of a time (epoch ms) or of a sort key, then of ids: their index is read from either end. */
export function inTimeOrder(
  time: AnyColumn,
  id: AnyColumn,
  order: TimeOrder,
  after: { at: number | string; id: number | string } | undefined,
) {
  const isOldestFirst = order === 'oldest';
  const reaches = isOldestFirst ? gte : lte;
  const passes = isOldestFirst ? gt : lt;
  const sorted = isOldestFirst ? asc : desc;
  return {
    after: after && and(reaches(time, after.at), or(passes(time, after.at), passes(id, after.id))),
    by: [sorted(time), sorted(id)] as const,
  };
}
