import { type Seen, type SeenKind, seenFilters } from '@/lib/domain/access-log/seen';
import type { CountedQuery } from './list-counted-calls';

/** What of a report was shown or taken along, as it goes on record (CS-10). */
export function seenInReport(
  kind: SeenKind,
  { departmentId, employeeId }: Pick<CountedQuery<string>, 'departmentId' | 'employeeId'>,
  rowCount: number,
  afterId?: string,
): Seen {
  const isUsed = { department: departmentId !== undefined, employee: employeeId !== undefined, period: true };
  const filters = seenFilters.filter((filter) => filter in isUsed && isUsed[filter as keyof typeof isUsed]);
  return { kind, rowCount, afterId, filters };
}
