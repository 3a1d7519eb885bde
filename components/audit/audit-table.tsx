'use client';

import { Info } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Pager } from '@/components/ui/pager';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import type { AuditView } from '@/lib/domain/audit/audit.contract';
import type { AuditKind } from '@/lib/domain/audit/audit-entry';
import { AuditDetailsDrawer } from './audit-details-drawer';
import { auditWords } from './audit-words';

type Props = {
  rows: readonly AuditView[];
  firstHref: string | null;
  nextHref: string | null;
};

const tones: Partial<Record<AuditKind, 'warning' | 'danger' | 'accent'>> = {
  refused: 'warning',
  signInFailed: 'warning',
  exported: 'accent',
  erased: 'danger',
  cut: 'danger',
};

/** The audit log, newest first (AD-1); each entry opens in full at the side. */
export function AuditTable({ rows, firstHref, nextHref }: Props) {
  const all = useTranslations();
  const t = useTranslations('audit');
  const format = useFormatter();
  const words = auditWords(all);
  const [opened, setOpened] = useState<AuditView | null>(null);
  const columns: Column<AuditView>[] = [
    {
      key: 'at',
      header: t('columns.at'),
      width: 'w-36',
      cell: ({ at }) => (
        <span className="whitespace-nowrap tabular-nums">{format.dateTime(at, 'dateTime')}</span>
      ),
    },
    { key: 'employee', header: t('columns.employee'), isRowHeader: true, cell: (row) => whoOf(row, t) },
    {
      key: 'kind',
      header: t('columns.kind'),
      cell: ({ kind }) => <Badge tone={tones[kind]}>{t(`kinds.${kind}`)}</Badge>,
    },
    {
      key: 'what',
      header: t('columns.what'),
      cell: (row) => (
        <>
          {words.what(row) || '—'}
          {row.attempts === null || row.attempts === 1 ? null : (
            <span className="text-faint"> · {t('attempts', { count: row.attempts })}</span>
          )}
          {row.rowCount === null ? null : (
            <span className="text-faint"> · {t('rows', { count: row.rowCount })}</span>
          )}
        </>
      ),
    },
    {
      key: 'card',
      header: t('columns.card'),
      cell: ({ counterparty }) => {
        if (!counterparty) return '—';
        if (counterparty.name === null) return <span className="text-faint">{t('hiddenCard')}</span>;
        return <TextLink href={`/counterparties/${counterparty.id}`}>{counterparty.name}</TextLink>;
      },
    },
    { key: 'via', header: t('columns.via'), width: 'w-36', cell: ({ via }) => t(`via.${via}`) },
    {
      key: 'details',
      header: t('columns.details'),
      isHeaderHidden: true,
      width: 'w-10',
      cell: (row) => (
        <IconButton
          label={t('details.open', { sequence: String(row.sequence) })}
          icon={<Info />}
          size="small"
          onClick={() => setOpened(row)}
        />
      ),
    },
  ];
  return (
    <>
      <ListTable
        list="audit-log"
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ sequence }) => String(sequence)}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
        footer={<Pager firstHref={firstHref} nextHref={nextHref} />}
      />
      <AuditDetailsDrawer entry={opened} onClose={() => setOpened(null)} />
    </>
  );
}

function whoOf({ employee, kind }: AuditView, t: ReturnType<typeof useTranslations<'audit'>>): string {
  if (employee) return employee.name || t('unknownEmployee');
  return kind === 'signInFailed' ? t('unknownAddress') : t('nobody');
}
