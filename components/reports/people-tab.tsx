'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDuration } from '@/components/ui/format-duration';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import { occupancy } from '@/lib/domain/reports/queue-figures';
import type { WorkRow } from '@/lib/domain/reports/reports.contract';
import { NumberLink } from './number-link';
import { type ReportAddress, rowsHref } from './report-link';

const length = (ms: number | null) => (ms === null ? '—' : formatDuration(Math.round(ms / 1000)));

/** What each person handled and how their time was filled. */
export function PeopleTab({ rows, address }: { rows: readonly WorkRow[]; address: ReportAddress }) {
  const t = useTranslations('reports');
  const columns = useTranslations('reports.people.columns');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const timed = (
    key: 'onLine' | 'afterCall' | 'idle',
    of: (row: WorkRow) => number | null,
  ): Column<WorkRow> => ({
    key,
    header: columns(key),
    align: 'end',
    cell: (row) => length(of(row)),
  });
  return (
    <Panel flush>
      <DataTable
        caption={t('people.caption')}
        rows={rows}
        rowKey={({ employee }) => employee.id}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
        columns={[
          {
            key: 'employee',
            header: columns('employee'),
            isRowHeader: true,
            cell: ({ employee }) => employee.name,
          },
          { key: 'department', header: columns('department'), cell: (row) => departmentName(row.department) },
          {
            key: 'handled',
            header: columns('handled'),
            align: 'end',
            cell: ({ employee, handled }) => (
              <NumberLink
                value={handled}
                href={rowsHref(address, 'calls', 'handled', { employeeId: employee.id })}
                label={`${employee.name}, ${columns('handled')}`}
              />
            ),
          },
          {
            key: 'handling',
            header: columns('handling'),
            align: 'end',
            cell: ({ handled, onLineMs, afterCallMs }) =>
              handled === 0 ? '—' : length((onLineMs + (afterCallMs ?? 0)) / handled),
          },
          timed('onLine', ({ onLineMs }) => onLineMs),
          timed('afterCall', ({ afterCallMs }) => afterCallMs),
          timed('idle', ({ idleMs }) => idleMs),
          {
            key: 'occupancy',
            header: columns('occupancy'),
            align: 'end',
            cell: ({ contactMs, idleMs }) => {
              const share = occupancy({ contactMs: contactMs ?? 0, idleMs: idleMs ?? 0 }).value;
              return share === null ? '—' : format.number(share, 'percent');
            },
          },
          { key: 'offered', header: columns('offered'), align: 'end', cell: ({ offered }) => offered ?? '—' },
          {
            key: 'notAnswered',
            header: columns('notAnswered'),
            align: 'end',
            cell: ({ notAnswered }) => notAnswered ?? '—',
          },
        ]}
        footer={<p className="px-4 py-2 text-faint text-sm">{t('people.hint')}</p>}
      />
    </Panel>
  );
}
