'use client';

import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from './link';
import type { SortDirection } from './table-column';

type Props = {
  columnKey: string;
  direction: SortDirection | null;
  href?: string;
  onSort?: (key: string, direction: SortDirection) => void;
  children: ReactNode;
};

const STYLE = 'inline-flex items-center gap-1 rounded-sm hover:text-ink [&_svg]:size-3.5';

/** The head of a column one can sort by. */
export function SortHeader({ columnKey, direction, href, onSort, children }: Props) {
  const Icon = direction === null ? ChevronsUpDown : direction === 'ascending' ? ArrowUp : ArrowDown;
  const content = (
    <>
      {children}
      <Icon aria-hidden="true" />
    </>
  );
  if (href) {
    return (
      <Link href={href} className={STYLE}>
        {content}
      </Link>
    );
  }
  return (
    <button
      type="button"
      className={STYLE}
      onClick={() => onSort?.(columnKey, direction === 'ascending' ? 'descending' : 'ascending')}
    >
      {content}
    </button>
  );
}
