import type { CsvCell } from '@/lib/operations/exports/csv-lines';
import type { Words } from './words';

/** The columns of a list's file from left to right: what stands at the head, and what in the cell of a row. */
export type Columns<Row> = (
  words: Words,
  /** The first rows, for a list whose columns differ. */
  rows: readonly Row[],
) => [head: string, cell: (row: Row) => CsvCell][];
