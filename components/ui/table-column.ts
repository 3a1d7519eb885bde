import type { ReactNode } from 'react';

export type SortDirection = 'ascending' | 'descending';

export type Column<Row> = {
  key: string;
  header: ReactNode;
  /** A button beside the header, in the head of the table alone. */
  note?: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Names the row for screen readers and carries its link; the first column by default. */
  isRowHeader?: boolean;
  align?: 'start' | 'end';
  /** A Tailwind width, such as `w-32`. */
  width?: string;
  /** Sorting by this column is offered. */
  isSortable?: boolean;
  /** Left out of the card that a row becomes on a phone. */
  isHiddenOnPhone?: boolean;
  /** A checkbox or a button before the row: on a phone it stands beside the row's name. */
  isControl?: boolean;
  /** Shown only to who chose it. */
  isUnusual?: boolean;
  /** Nobody can do without it. */
  isAlways?: boolean;
  /** The header is spoken but not drawn: for actions and signs. */
  isHeaderHidden?: boolean;
};
