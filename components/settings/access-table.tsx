'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import type { AccessView } from '@/lib/domain/access-log/access-log.contract';
import { type ExportedList, exportedLists } from '@/lib/domain/exports/exported-list';

type Props = {
  rows: readonly AccessView[];
  /** The reader may open what was opened. */
  mayOpen: boolean;
  firstHref: string | null;
  nextHref: string | null;
};

/** Who opened what, newest first (CS-10). */
export function AccessTable({ rows, mayOpen, firstHref, nextHref }: Props) {
  const t = useTranslations('accessLog');
  const format = useFormatter();
  const columns: Column<AccessView>[] = [
    {
      key: 'at',
      header: t('columns.at'),
      width: 'w-36',
      cell: ({ at }) => (
        <span className="whitespace-nowrap tabular-nums">{format.dateTime(at, 'dateTime')}</span>
      ),
    },
    {
      key: 'employee',
      header: t('columns.employee'),
      isRowHeader: true,
      cell: ({ employee }) => employee.name || t('unknownEmployee'),
    },
    { key: 'what', header: t('columns.what'), cell: (row) => <Opened row={row} mayOpen={mayOpen} /> },
    {
      key: 'card',
      header: t('columns.card'),
      cell: ({ counterparty }) => {
        if (!counterparty) return '—';
        if (counterparty.name === null) return <span className="text-faint">{t('hiddenCard')}</span>;
        return <TextLink href={`/counterparties/${counterparty.id}`}>{counterparty.name}</TextLink>;
      },
    },
    { key: 'via', header: t('columns.via'), width: 'w-32', cell: ({ via }) => t(`via.${via}`) },
  ];
  return (
    <ListTable
      list="access-log"
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
      footer={<Pager firstHref={firstHref} nextHref={nextHref} />}
    />
  );
}

const isExported = (text: string | null): text is ExportedList => exportedLists.some((list) => list === text);

function Opened({ row, mayOpen }: { row: AccessView; mayOpen: boolean }) {
  const t = useTranslations('accessLog');
  const lists = useTranslations('exports.lists');
  const format = useFormatter();
  const words =
    row.appealNumber === null
      ? row.kind === 'listFile' && isExported(row.subjectId)
        ? `${t('kinds.listFile')}: ${lists(row.subjectId)}`
        : t(`kinds.${row.kind}`)
      : t('appealNumbered', { number: String(row.appealNumber) });
  const href = mayOpen ? addressOf(row) : null;
  const details = [
    row.rowCount === null ? null : t('rows', { count: row.rowCount }),
    row.isLaterPage ? t('laterPage') : null,
    row.filters.length === 0
      ? null
      : t('narrowed', { filters: format.list(row.filters.map((filter) => t(`filters.${filter}`))) }),
  ].filter((detail) => detail !== null);
  return (
    <>
      {href ? <TextLink href={href}>{words}</TextLink> : words}
      {details.length > 0 ? <span className="text-faint"> · {details.join(' · ')}</span> : null}
    </>
  );
}

function addressOf({ kind, subjectId }: AccessView): string | null {
  if (subjectId === null) return null;
  if (kind === 'appeal') return `/appeals/${subjectId}`;
  return kind === 'call' || kind === 'callReview' || kind === 'message' ? `/calls/${subjectId}` : null;
}
