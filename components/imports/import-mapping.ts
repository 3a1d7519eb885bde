import type { ImportField } from '@/lib/domain/imports/import-fields';

/** What each column of a file holds, by the column's index; a column without an entry is not loaded. */
export type ImportMapping = Record<string, ImportField>;

/** Whether two mappings load the same, whatever order they were chosen in. */
export function isSameMapping(one: ImportMapping, other: ImportMapping): boolean {
  const columns = Object.keys(one);
  return (
    columns.length === Object.keys(other).length && columns.every((column) => one[column] === other[column])
  );
}
