'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDuration } from '@/components/ui/format-duration';
import { Panel } from '@/components/ui/panel';
import { occupancy } from '@/lib/domain/reports/queue-figures';
import type { WorkRow } from '@/lib/domain/reports/reports.contract';
import { ComparedFigure } from './compared-figure';
import { NumberLink } from './number-link';
import { type Compared, pairWithBefore } from './pair-with-before';
import { daysHref, type ReportAddress, rowsHref } from './report-link';
import { type ReportColumn, ReportTable } from './report-table';

type Props = { rows: readonly WorkRow[]; before: readonly WorkRow[] | null; address: ReportAddress };
type Row = Compared<WorkRow>;

const lengthText = (ms: number | null) => (ms === null ? '—' : formatDuration(Math.round(ms / 1000)));

/** What each person handled and how their time was filled. */
export function PeopleTab({ rows, before, address }: Props) {
  const t = useTranslations('reports');
  const columns = useTranslations('reports.people.columns');
  const formulas = useTranslations('reports.columnFormulas.people');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const figured = (
    key:
      | 'handled'
      | 'handling'
      | 'onLine'
      | 'afterCall'
      | 'contact'
      | 'idle'
      | 'occupancy'
      | 'offered'
      | 'notAnswered',
    hrefOf: (employeeId: string) => string,
    numberOf: (row: WorkRow) => number | null,
    textOf: (value: number | null) => string,
  ): ReportColumn<Row> => ({
    key,
    header: columns(key),
    formula: formulas(key),
    align: 'end',
    cell: ({ now, was }) => (
      <ComparedFigure was={was && textOf(numberOf(was))}>
        <NumberLink
          value={numberOf(now) ?? 0}
          href={hrefOf(now.employee.id)}
          label={`${now.employee.name}, ${columns(key)}`}
          text={textOf(numberOf(now))}
        />
      </ComparedFigure>
    ),
  });
  const callsHref = (figure: 'handled' | 'offered' | 'notAnswered') => (employeeId: string) =>
    rowsHref(address, 'calls', figure, { employeeId });
  const days = (employeeId: string) => daysHref(address, employeeId);
  const countText = (count: number | null) => (count === null ? '—' : String(count));
  const shareText = (share: number | null) => (share === null ? '—' : format.number(share, 'percent'));
  return (
    <Panel flush>
      <ReportTable
        caption={t('people.caption')}
        rows={pairWithBefore(rows, before, ({ employee }) => employee.id)}
        rowKey={({ now }) => now.employee.id}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
        columns={[
          {
            key: 'employee',
            header: columns('employee'),
            isRowHeader: true,
            cell: ({ now }) => now.employee.name,
          },
          {
            key: 'department',
            header: columns('department'),
            cell: ({ now }) => departmentName(now.department),
          },
          figured('handled', callsHref('handled'), ({ handled }) => handled, countText),
          figured(
            'handling',
            callsHref('handled'),
            ({ handled, onLineMs, afterCallMs }) =>
              handled === 0 ? null : (onLineMs + (afterCallMs ?? 0)) / handled,
            lengthText,
          ),
          figured('onLine', callsHref('handled'), ({ onLineMs }) => onLineMs, lengthText),
          figured('afterCall', days, ({ afterCallMs }) => afterCallMs, lengthText),
          figured('contact', days, ({ contactMs }) => contactMs, lengthText),
          figured('idle', days, ({ idleMs }) => idleMs, lengthText),
          figured(
            'occupancy',
            days,
            ({ contactMs, idleMs }) => occupancy({ contactMs: contactMs ?? 0, idleMs: idleMs ?? 0 }).value,
            shareText,
          ),
          figured('offered', callsHref('offered'), ({ offered }) => offered, countText),
          figured('notAnswered', callsHref('notAnswered'), ({ notAnswered }) => notAnswered, countText),
        ]}
        footer={<p className="px-4 py-2 text-faint text-sm">{t('people.hint')}</p>}
      />
    </Panel>
  );
}
