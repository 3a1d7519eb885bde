import type { ComponentProps, ReactNode } from 'react';
import { DataTable } from './data-table';
import { Panel } from './panel';

type Props<Row> = Omit<ComponentProps<typeof DataTable<Row>>, 'caption'> & {
  title: string;
  /** Above the table: what it shows, in words. */
  children?: ReactNode;
};

/** A sheet of a page that is one table; its title names both. */
export function TablePanel<Row>({ title, children, ...table }: Props<Row>) {
  return (
    <Panel title={title} flush>
      {children}
      <DataTable caption={title} {...table} />
    </Panel>
  );
}
