'use client';

import type { ReactNode } from 'react';
import { ListTable } from './list-table';
import type { ServedColumn, ServedRow } from './served';

type Props = {
  /** Null where there is nothing to choose. */
  list: string | null;
  caption: string;
  columns: readonly ServedColumn[];
  rows: readonly ServedRow[];
  empty?: ReactNode;
  footer?: ReactNode;
};

/** A list that a server page drew, whose columns one may choose. */
export function ServedTable({ columns, ...table }: Props) {
  return (
    <ListTable<ServedRow>
      {...table}
      columns={columns.map((column) => ({ ...column, cell: ({ cells }) => cells[column.key] }))}
      rowKey={({ key }) => key}
      rowHref={({ href }) => href}
    />
  );
}
