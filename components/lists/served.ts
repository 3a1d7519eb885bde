import type { ReactNode } from 'react';
import type { Column } from '@/components/ui/table-column';

export type ServedRow = { key: string; href: string | null; cells: Readonly<Record<string, ReactNode>> };
export type ServedColumn = Omit<Column<never>, 'cell'>;

type Given<Row> = {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string | null;
};

/** A table as a server page may hand it to the browser: every cell is drawn already. */
export function served<Row>({ columns, rows, rowKey, rowHref }: Given<Row>): {
  columns: ServedColumn[];
  rows: ServedRow[];
} {
  return {
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: rows.map((row) => ({
      key: rowKey(row),
      href: rowHref?.(row) ?? null,
      cells: Object.fromEntries(columns.map(({ key, cell }) => [key, cell(row)])),
    })),
  };
}
