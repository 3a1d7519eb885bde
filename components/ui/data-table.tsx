import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Link } from './link';
import { SortHeader } from './sort-header';
import type { Column, SortDirection } from './table-column';
import { TableEmpty } from './table-empty';

type Props<Row> = {
  /** Names the table for screen readers. */
  caption: string;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a press on the row leads; the row header becomes the link. */
  rowHref?: (row: Row) => string | null;
  /** A second, full-width line under the row, when there is one. */
  rowDetail?: (row: Row) => ReactNode;
  rowTone?: (row: Row) => 'plain' | 'accent' | 'danger';
  sort?: { key: string; direction: SortDirection };
  /** Sorting by address (server pages) or by a function (client lists). */
  sortHref?: (key: string, direction: SortDirection) => string;
  onSort?: (key: string, direction: SortDirection) => void;
  empty?: ReactNode;
  /** Over the table, at its end: what changes how it is shown. */
  tools?: ReactNode;
  /** Under the rows: a Pager or a ShowMore. */
  footer?: ReactNode;
  /** Beside other things of its page: what is too wide for its place is scrolled within it, and the head stays there. */
  isBeside?: boolean;
  busy?: boolean;
};

const ROW_TONES = { plain: '', accent: 'bg-accent-tint', danger: 'bg-danger-tint' };

/**
 * A dense table with a sticky head; on a phone every row is a card of «header: value» lines. Without hooks, so that a
 * server page can hand it its columns.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowHref,
  rowDetail,
  rowTone,
  sort,
  sortHref,
  onSort,
  empty,
  tools,
  footer,
  isBeside = false,
  busy = false,
}: Props<Row>) {
  const header = columns.find((column) => column.isRowHeader) ?? columns[0];
  const isSortable = (column: Column<Row>) => Boolean(column.isSortable && (sortHref || onSort));
  return (
    <div className="min-w-0">
      {tools ? <div className="flex justify-end px-2 pt-1 print:hidden">{tools}</div> : null}
      <div
        className={clsx(
          'overflow-x-auto',
          isBeside ? '[--table-top:0px] print:overflow-x-visible' : 'desk:overflow-x-visible',
        )}
      >
        <table aria-busy={busy || undefined} className="w-full border-collapse text-left phone:block">
          <caption className="sr-only">{caption}</caption>
          <thead className="sticky top-(--table-top,0px) z-10 phone:not-focus-within:sr-only print:static">
            <tr>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  aria-sort={
                    isSortable(column) ? (sort?.key === column.key ? sort.direction : 'none') : undefined
                  }
                  className={clsx(
                    'h-8 border-line border-b bg-surface px-2 first:rounded-tl-[9px] last:rounded-tr-[9px] font-medium text-faint text-sm first:pl-4 last:pr-4',
                    column.align === 'end' && 'text-right',
                    column.isHeaderHidden && 'print:hidden',
                    column.width,
                  )}
                >
                  {isSortable(column) ? (
                    <SortHeader
                      columnKey={column.key}
                      direction={sort?.key === column.key ? sort.direction : null}
                      href={sortHref?.(column.key, nextDirection(column.key, sort))}
                      onSort={onSort}
                    >
                      {column.header}
                    </SortHeader>
                  ) : (
                    <span className={column.isHeaderHidden ? 'sr-only' : undefined}>{column.header}</span>
                  )}
                  {column.note}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="phone:block">
            {rows.map((row) => (
              <TableRow
                key={rowKey(row)}
                row={row}
                columns={columns}
                headerKey={header?.key}
                href={rowHref?.(row) ?? null}
                detail={rowDetail?.(row)}
                tone={rowTone?.(row) ?? 'plain'}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && !busy ? (empty ?? <TableEmpty />) : null}
      {footer}
    </div>
  );
}

function nextDirection(
  key: string,
  sort: { key: string; direction: SortDirection } | undefined,
): SortDirection {
  return sort?.key === key && sort.direction === 'ascending' ? 'descending' : 'ascending';
}

type TableRowProps<Row> = {
  row: Row;
  columns: ReadonlyArray<Column<Row>>;
  headerKey: string | undefined;
  href: string | null;
  detail: ReactNode;
  tone: keyof typeof ROW_TONES;
};

function TableRow<Row>({ row, columns, headerKey, href, detail, tone }: TableRowProps<Row>) {
  return (
    <>
      <tr
        className={clsx(
          'relative break-inside-avoid border-line border-b phone:flex phone:flex-wrap phone:gap-x-2 phone:px-4 phone:py-2',
          href && 'hover:bg-sunken',
          detail && 'border-b-0',
          ROW_TONES[tone],
        )}
      >
        {columns.map((column) => {
          const isHeader = column.key === headerKey;
          const Cell = isHeader ? 'th' : 'td';
          const content = column.cell(row);
          return (
            <Cell
              key={column.key}
              scope={isHeader ? 'row' : undefined}
              className={clsx(
                'h-8 px-2 py-0.5 align-middle font-normal desk:first:pl-4 desk:last:pr-4',
                'phone:flex phone:h-auto phone:min-h-7 phone:items-baseline phone:gap-3 phone:px-0',
                column.align === 'end' && 'tabular-nums desk:text-right',
                column.isHiddenOnPhone && 'phone:hidden',
                column.isHeaderHidden && 'print:hidden',
                isHeader
                  ? 'phone:order-first phone:min-w-0 phone:flex-1 phone:items-center'
                  : column.isControl
                    ? 'phone:order-first phone:items-center'
                    : 'phone:w-full',
              )}
            >
              {isHeader || column.isHeaderHidden ? null : (
                <span aria-hidden="true" className="w-28 shrink-0 text-faint text-sm desk:hidden">
                  {column.header}
                </span>
              )}
              {isHeader && href ? (
                <Link
                  href={href}
                  className="font-medium after:absolute after:inset-0 hover:underline desk:inline-block desk:min-w-36"
                >
                  {content}
                </Link>
              ) : (
                // Above the stretched link of the row, so that buttons and text of the cell stay reachable.
                <div
                  className={clsx(
                    'min-w-0',
                    href && 'relative z-1 w-fit',
                    column.align === 'end' && 'desk:ml-auto',
                    isHeader && 'font-medium desk:min-w-36',
                  )}
                >
                  {content}
                </div>
              )}
            </Cell>
          );
        })}
      </tr>
      {detail ? (
        <tr className="border-line border-b phone:block">
          <td colSpan={columns.length} className="px-4 pb-3 phone:block">
            {detail}
          </td>
        </tr>
      ) : null}
    </>
  );
}
