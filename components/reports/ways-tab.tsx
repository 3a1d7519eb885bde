'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { type CallEnd, callEndOf, none } from '@/lib/domain/reports/calls-part';
import type { WayRow } from '@/lib/domain/reports/reports.contract';
import { NumberLink } from './number-link';
import { type ReportAddress, rowsHref } from './report-link';
import type { Display } from './report-part';
import { ReportTable } from './report-table';
import { useCallEndWords } from './use-call-end-words';
import { WaysDiagram } from './ways-diagram';

type Props = { rows: readonly WayRow[]; display: Display; address: ReportAddress };
type Named = { stops: readonly string[]; names: readonly string[]; calls: number };

const stopKeys = ['line', 'route', 'handedOverTo', 'end'] as const;

/** The ways of calls from the line to the end: as a diagram and as a table. */
export function WaysTab({ rows, display, address }: Props) {
  const t = useTranslations('reports');
  const words = useTranslations('reports.ways');
  const formulas = useTranslations('reports.columnFormulas.ways');
  const routes = useTranslations('callScripts.routes');
  const endWords = useCallEndWords();
  const format = useFormatter();
  const departmentName = useDepartmentName();
  if (rows.length === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  const total = rows.reduce((sum, { calls }) => sum + calls, 0);
  const ways = new Map<string, Named>();
  for (const row of rows) {
    const end = callEndOf(row);
    const stops = [row.calledNumber, row.route ?? none, row.department?.id ?? none, end];
    const key = stops.join(' ');
    ways.set(key, {
      stops,
      names: [
        row.line ?? row.calledNumber,
        row.route ? routes(row.route) : words('noRoute'),
        row.department ? departmentName(row.department) : words('noHandOver'),
        endWords(end),
      ],
      calls: (ways.get(key)?.calls ?? 0) + row.calls,
    });
  }
  const named = [...ways.values()].sort((one, other) => other.calls - one.calls);
  const nameOf = (column: number, stop: string) =>
    named.find(({ stops }) => stops[column] === stop)?.names[column] ?? stop;
  const hrefOf = (stops: readonly (string | null)[]) => {
    const [line, route, handedOverTo, end] = stops;
    return rowsHref(address, 'calls', 'all', {
      line: line ?? undefined,
      part: {
        route: (route as WayRow['route']) ?? undefined,
        handedOverTo: handedOverTo ?? undefined,
        end: (end as CallEnd | null) ?? undefined,
      },
    });
  };
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
          ways={named}
          nameOf={nameOf}
          hrefOf={hrefOf}
        />
      )}
      {display === 'chart' ? null : (
        <ReportTable
          caption={words('caption')}
          rows={named}
          rowKey={({ stops }) => stops.join(' ')}
          columns={[
            ...stopKeys.map((key, column) => ({
              key,
              header: words(key === 'handedOverTo' ? 'columns.department' : `columns.${key}`),
              isRowHeader: key === 'line',
              cell: ({ names }: Named) => names[column],
            })),
            {
              key: 'calls',
              header: words('columns.calls'),
              formula: formulas('calls'),
              align: 'end',
              cell: ({ stops, names, calls }) => (
                <NumberLink value={calls} href={hrefOf(stops)} label={names.join(' → ')} />
              ),
            },
            {
              key: 'share',
              header: words('columns.share'),
              formula: formulas('share'),
              align: 'end',
              cell: ({ stops, names, calls }) => (
                <NumberLink
                  value={calls}
                  href={hrefOf(stops)}
                  label={names.join(' → ')}
                  text={format.number(calls / total, 'percent')}
                />
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
