'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDuration } from '@/components/ui/format-duration';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import type { LeadReportRow } from '@/lib/domain/reports/reports.contract';
import { NumberLink } from './number-link';
import { type ReportAddress, rowsHref } from './report-link';

type Props = {
  rows: readonly LeadReportRow[];
  medianSeconds: number | null;
  ninetiethSeconds: number | null;
  address: ReportAddress;
};

/** Leads by who accepted them, and how soon (IN-11). */
export function LeadsTab({ rows, medianSeconds, ninetiethSeconds, address }: Props) {
  const t = useTranslations('reports');
  const words = useTranslations('reports.leads');
  const format = useFormatter();
  const nameOf = (row: LeadReportRow) => row.acceptedBy?.name ?? words('nobody');
  const counted = (key: 'routed' | 'inMinute' | 'late' | 'escalated' | 'waiting'): Column<LeadReportRow> => ({
    key,
    header: words(`columns.${key}`),
    align: 'end',
    cell: (row) =>
      row.acceptedBy ? (
        <NumberLink
          value={row[key]}
          href={rowsHref(address, 'leads', key, { employeeId: row.acceptedBy.id })}
          label={`${nameOf(row)}, ${words(`columns.${key}`)}`}
        />
      ) : key === 'waiting' ? (
        <NumberLink
          value={row[key]}
          href={rowsHref(address, 'leads', key)}
          label={words('columns.waiting')}
        />
      ) : (
        row[key]
      ),
  });
  return (
    <Panel title={words('caption')}>
      {medianSeconds === null || ninetiethSeconds === null ? null : (
        <p className="pb-3 text-soft">
          {words('median', {
            median: formatDuration(medianSeconds),
            ninetieth: formatDuration(ninetiethSeconds),
          })}
        </p>
      )}
      <DataTable
        caption={words('caption')}
        rows={rows}
        rowKey={({ department, acceptedBy }) => `${department.id} ${acceptedBy?.id}`}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
        columns={[
          { key: 'acceptedBy', header: words('columns.acceptedBy'), isRowHeader: true, cell: nameOf },
          counted('routed'),
          counted('inMinute'),
          counted('late'),
          counted('escalated'),
          counted('waiting'),
          {
            key: 'share',
            header: words('columns.share'),
            align: 'end',
            cell: ({ routed, inMinute }) => format.number(inMinute / routed, 'percent'),
          },
        ]}
      />
    </Panel>
  );
}
