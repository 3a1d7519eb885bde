'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import { useDurationWords } from '@/components/ui/use-duration-words';
import type { Narrowing } from '@/lib/domain/reports/not-reckoned';
import type { DueRow } from '@/lib/domain/reports/reports.contract';
import { NotReckoned } from './not-reckoned';
import { NumberLink } from './number-link';
import { type ReportAddress, rowsHref } from './report-link';

type Props = {
  rows: readonly DueRow[];
  medianLateMinutes: number | null;
  notReckonedFor: Narrowing | null;
  address: ReportAddress;
};

/** Next reactions that came due, by who was to do them. */
export function ReactionsTab({ rows, medianLateMinutes, notReckonedFor, address }: Props) {
  const t = useTranslations('reports');
  const words = useTranslations('reports.reactions');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const durationWords = useDurationWords();
  if (notReckonedFor) return <NotReckoned narrowing={notReckonedFor} />;
  const counted = (key: 'due' | 'inTime' | 'overdue'): Column<DueRow> => ({
    key,
    header: words(`columns.${key}`),
    align: 'end',
    cell: (row) =>
      row.employee ? (
        <NumberLink
          value={row[key]}
          href={rowsHref(address, 'reactions', key, { employeeId: row.employee.id })}
          label={`${row.employee.name}, ${words(`columns.${key}`)}`}
        />
      ) : (
        <NumberLink
          value={row[key]}
          href={rowsHref(address, 'reactions', key, { departmentId: row.department.id })}
          label={`${departmentName(row.department)}, ${words(`columns.${key}`)}`}
        />
      ),
  });
  return (
    <Panel title={words('caption')}>
      {medianLateMinutes === null ? null : (
        <p className="pb-3 text-soft">
          {words('median', { time: durationWords(medianLateMinutes * 60_000) })}
        </p>
      )}
      <DataTable
        caption={words('caption')}
        rows={rows}
        rowKey={({ department, employee }) => `${department.id} ${employee?.id}`}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
        columns={[
          {
            key: 'employee',
            header: words('columns.employee'),
            isRowHeader: true,
            cell: ({ employee }) => employee?.name ?? words('department'),
          },
          {
            key: 'department',
            header: words('columns.department'),
            cell: (row) => departmentName(row.department),
          },
          counted('due'),
          counted('inTime'),
          counted('overdue'),
          {
            key: 'share',
            header: words('columns.share'),
            align: 'end',
            cell: ({ due, overdue }) => format.number(overdue / due, 'percent'),
          },
          {
            key: 'postponed',
            header: words('columns.postponed'),
            align: 'end',
            cell: ({ postponed }) => postponed,
          },
        ]}
      />
    </Panel>
  );
}
