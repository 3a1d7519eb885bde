'use client';

import type { ComponentProps } from 'react';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/table-column';
import { FormulaList } from './formula-list';
import { FormulaNote } from './formula-note';

type Figured<Row> = Column<Row> & { header: string; formula?: string };
type Props<Row> = Omit<ComponentProps<typeof DataTable<Row>>, 'columns'> & {
  columns: readonly Figured<Row>[];
};
export type ReportColumn<Row> = Figured<Row>;

/** A table of figures: each column says by its head how it is reckoned. */
export function ReportTable<Row>({ columns, ...props }: Props<Row>) {
  return (
    <>
      <DataTable
        {...props}
        columns={columns.map(({ formula, ...column }) =>
          formula ? { ...column, note: <FormulaNote name={column.header} text={formula} /> } : column,
        )}
      />
      <FormulaList
        formulas={columns.flatMap(({ header, formula }) => (formula ? { name: header, text: formula } : []))}
      />
    </>
  );
}
