'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { ColumnChooser } from '@/components/ui/column-chooser';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/table-column';
import { TableEmpty } from '@/components/ui/table-empty';
import { useColumnMemory } from './column-memory';
import { columnsText, shownColumns } from './shown-columns';

type Props<Row> = Omit<ComponentProps<typeof DataTable<Row>>, 'tools'> & {
  /** Under which name the person's columns are remembered; null where the table is a part of another page. */
  list: string | null;
};

/**
 * A list whose columns one may choose: the choice stands in the address, so that it can be sent, and is remembered for the
 * next time. What names a row and what acts on it is always there.
 */
export function ListTable<Row>({ list, columns, empty, ...table }: Props<Row>) {
  const memory = useColumnMemory();
  const pathname = usePathname();
  const asked = useSearchParams();
  if (list === null) return <DataTable {...table} columns={columns} empty={empty} />;

  const choosable = choosableOf(columns);
  const keys = choosable.map(({ key }) => key);
  const usual = choosable.filter(({ isUnusual }) => !isUnusual).map(({ key }) => key);
  const shown = shownColumns(asked.get('columns') ?? memory.of(list), keys, usual);
  const show = (wanted: readonly string[]) => {
    const text = columnsText(wanted, usual);
    memory.remember(list, text);
    const next = new URLSearchParams(asked);
    if (text === null) next.delete('columns');
    else next.set('columns', text);
    const query = next.toString();
    window.history.replaceState(null, '', query ? `${pathname}?${query}` : pathname);
  };
  return (
    <DataTable
      {...table}
      empty={
        <>
          {empty ?? <TableEmpty />}
          <ResetFilters />
        </>
      }
      columns={columns.filter((column) => !keys.includes(column.key) || shown.includes(column.key))}
      tools={
        <ColumnChooser
          columns={choosable.map(({ key, header }) => ({ key, label: header }))}
          shown={shown}
          onShownChange={show}
          onReset={columnsText(shown, usual) === null ? undefined : () => show(usual)}
        />
      }
    />
  );
}

/** What an address says of a list beside what it is narrowed by. */
const notNarrowing = new Set(['columns', 'order', 'view', 'scope', 'shape', 'after', 'afterKept']);

/** A way back from a list that was narrowed until nothing is left of it. */
function ResetFilters() {
  const t = useTranslations('common.table');
  const pathname = usePathname();
  const asked = useSearchParams();
  const kept = new URLSearchParams([...asked].filter(([name]) => notNarrowing.has(name)));
  if (kept.size === asked.size) return null;
  kept.delete('after');
  return (
    <p className="flex justify-center pb-8">
      <ButtonLink href={`${pathname}?${kept}`}>{t('resetFilters')}</ButtonLink>
    </p>
  );
}

type Choosable<Row> = Column<Row> & { header: string };

function choosableOf<Row>(columns: readonly Column<Row>[]): Choosable<Row>[] {
  const rowHeader = columns.find((column) => column.isRowHeader) ?? columns[0];
  return columns.filter(
    (column): column is Choosable<Row> =>
      column !== rowHeader && !column.isAlways && !column.isHeaderHidden && typeof column.header === 'string',
  );
}
