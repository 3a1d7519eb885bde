import type { ReactNode } from 'react';
import { requestLanguage } from '@/app/request-language';
import { served } from '@/components/lists/served';
import { ServedTable } from '@/components/lists/served-table';
import { RefreshOnNews } from '@/components/live/live-provider';
import { EnablingButton } from '@/components/settings/enabling-button';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import type { Column } from '@/components/ui/table-column';

type PageProps = {
  title: string;
  /** News of these nouns read the page again. */
  nouns: readonly string[];
  actions?: ReactNode;
  children: ReactNode;
};

/** The page of a directory of the settings: its tables, and the history below them. */
export function DirectoryPage({ title, nouns, actions, children }: PageProps) {
  return (
    <>
      <RefreshOnNews nouns={nouns} />
      <PageHeader title={title} actions={actions} />
      <div className="flex flex-col gap-4">{children}</div>
    </>
  );
}

type Entry = { id: string; name: string; version?: number; disabledAt: number | null };

type TableProps<Row extends Entry> = {
  caption: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  empty: ReactNode;
  /** Where the API keeps the entries: `/cities`. */
  path: string;
  /** What an entry is called on this screen. */
  nameOf?: (row: Row) => string;
  /** The way to change an entry; null for whoever may only read them. */
  edit: ((row: Row) => ReactNode) | null;
} & (
  | { list?: undefined; footer?: undefined }
  /** A directory of many pages: under which name the person's columns are remembered, and the way to the others. */
  | { list: string; footer: ReactNode }
);

/** The entries of a directory: whether each is in use, and the ways to change it and to take it out of use. */
export async function DirectoryTable<Row extends Entry>({
  list,
  columns,
  rows,
  path,
  nameOf = ({ name }) => name,
  edit,
  ...table
}: TableProps<Row>) {
  const { t, format } = await requestLanguage();
  return (
    <ServedTable
      {...table}
      list={list ?? null}
      {...served<Row>({
        rows,
        rowKey: (row) => row.id,
        columns: [
          ...columns,
          {
            key: 'state',
            header: t('settings.state'),
            cell: ({ disabledAt }) =>
              disabledAt === null ? (
                <Badge tone="good">{t('settings.inUse')}</Badge>
              ) : (
                <Badge>{t('settings.disabled', { at: format.dateTime(disabledAt, 'date') })}</Badge>
              ),
          },
          {
            key: 'actions',
            header: t('common.actions'),
            isHeaderHidden: true,
            align: 'end',
            cell: (row) =>
              edit ? (
                <div className="flex gap-1">
                  {edit(row)}
                  <EnablingButton
                    path={`${path}/${row.id}`}
                    name={nameOf(row)}
                    isDisabled={row.disabledAt !== null}
                    version={row.version}
                  />
                </div>
              ) : null,
          },
        ],
      })}
    />
  );
}
