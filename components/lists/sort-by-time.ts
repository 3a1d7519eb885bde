import type { SortDirection } from '@/components/ui/table-column';
import type { TimeOrder } from '@/lib/domain/paging';

/** How a table is sorted, and where another order is to be had. */
export type TableSort = {
  sort: { key: string; direction: SortDirection };
  sortHref: (key: string, direction: SortDirection) => string;
};

/** Sorting by the one column of a list that is a time; the newest first is not said in the address. */
export function sortByTime(
  key: string,
  order: TimeOrder,
  hrefWith: (change: { order: string | null }) => string,
): TableSort {
  return {
    sort: { key, direction: order === 'oldest' ? 'ascending' : 'descending' },
    sortHref: (_, direction) => hrefWith({ order: direction === 'ascending' ? 'oldest' : null }),
  };
}
