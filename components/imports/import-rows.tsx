'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import type { ImportRowView } from '@/lib/domain/imports/imports.contract';
import type { Page } from '@/lib/domain/paging';
import { useImportWords } from './use-import-words';

type Props = {
  caption: string;
  empty: string;
  /** The headings of the file. */
  titles: readonly string[];
  page: Page<ImportRowView>;
  /** Which of the address's parameters holds the cursor of this list. */
  cursorName: 'after' | 'afterKept';
};

/** Rows of an import that there is something to say of, in the order of the file. */
export function ImportRows({ caption, empty, titles, page, cursorName }: Props) {
  const t = useTranslations('import');
  const words = useImportWords();
  const pathname = usePathname();
  const current = useSearchParams();
  const hrefWith = (cursor: string | null) => {
    const query = new URLSearchParams(current);
    query.delete(cursorName);
    if (cursor) query.set(cursorName, cursor);
    return `${pathname}?${query}`;
  };
  const columns: Column<ImportRowView>[] = [
    {
      key: 'row',
      header: t('columns.row'),
      align: 'end',
      width: 'w-16',
      isRowHeader: true,
      cell: ({ row }) => row,
    },
    {
      key: 'result',
      header: t('columns.result'),
      cell: ({ result, undoing }) =>
        undoing ? (
          <Badge>{t(`undoings.${undoing}`)}</Badge>
        ) : (
          <Badge tone={result === 'error' ? 'danger' : 'plain'}>{t(`result.${result}`)}</Badge>
        ),
    },
    {
      key: 'problem',
      header: t('columns.problem'),
      cell: ({ problems }) => problems.map(words.ofProblem).join('; ') || '—',
    },
    {
      key: 'card',
      header: t('columns.card'),
      cell: ({ counterparty }) =>
        counterparty ? (
          <TextLink href={`/counterparties/${counterparty.id}`}>{counterparty.name}</TextLink>
        ) : (
          '—'
        ),
    },
    {
      key: 'line',
      header: t('columns.line'),
      cell: ({ cells }) => (
        <span className="text-soft [overflow-wrap:anywhere]">
          {cells
            .map((cell, column) => (cell && titles[column] ? `${titles[column]}: ${cell}` : cell))
            .filter(Boolean)
            .join(' · ') || '—'}
        </span>
      ),
    },
  ];
  return (
    <ListTable
      list="import-rows"
      caption={caption}
      columns={columns}
      rows={page.rows}
      rowKey={({ row }) => String(row)}
      empty={<EmptyState title={empty} />}
      footer={
        <Pager
          firstHref={current.has(cursorName) ? hrefWith(null) : null}
          nextHref={page.next && hrefWith(page.next)}
        />
      }
    />
  );
}
