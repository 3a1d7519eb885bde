'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { WayRow } from '@/lib/domain/reports/reports.contract';
import type { Display } from './report-part';
import { WaysDiagram } from './ways-diagram';

/** The ways of calls from the line to the end: as a diagram and as a table. */
export function WaysTab({ rows, display }: { rows: readonly WayRow[]; display: Display }) {
  const t = useTranslations('reports');
  const words = useTranslations('reports.ways');
  const routes = useTranslations('callScripts.routes');
  const outcomes = useTranslations('calls.outcomes');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  if (rows.length === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  const total = rows.reduce((sum, { calls }) => sum + calls, 0);
  const named = rows.map((row, index) => ({
    id: String(index),
    calls: row.calls,
    line: row.line ?? row.calledNumber,
    route: row.route ? routes(row.route) : words('noRoute'),
    department: row.department ? departmentName(row.department) : words('noHandOver'),
    end: row.department ? words(row.isTaken ? 'taken' : 'notTaken') : outcomes(row.outcome),
  }));
  return (
    <Panel title={words('caption')}>
      {display === 'table' ? null : (
        <WaysDiagram
          label={words('chart')}
          heads={[
            words('columns.line'),
            words('columns.route'),
            words('columns.department'),
            words('columns.end'),
          ]}
          ways={named.map(({ line, route, department, end, calls }) => ({
            stops: [line, route, department, end],
            calls,
          }))}
        />
      )}
      {display === 'chart' ? null : (
        <DataTable
          caption={words('caption')}
          rows={named}
          rowKey={({ id }) => id}
          columns={[
            { key: 'line', header: words('columns.line'), isRowHeader: true, cell: ({ line }) => line },
            { key: 'route', header: words('columns.route'), cell: ({ route }) => route },
            { key: 'department', header: words('columns.department'), cell: ({ department }) => department },
            { key: 'end', header: words('columns.end'), cell: ({ end }) => end },
            { key: 'calls', header: words('columns.calls'), align: 'end', cell: ({ calls }) => calls },
            {
              key: 'share',
              header: words('columns.share'),
              align: 'end',
              cell: ({ calls }) => format.number(calls / total, 'percent'),
            },
          ]}
        />
      )}
    </Panel>
  );
}
