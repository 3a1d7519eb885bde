'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { useDurationWords } from '@/components/ui/use-duration-words';
import type { Narrowing } from '@/lib/domain/reports/not-reckoned';
import type { DueFigure } from '@/lib/domain/reports/reaction-figure';
import type { DueRow } from '@/lib/domain/reports/reports.contract';
import { ComparedFigure } from './compared-figure';
import { FormulaNote } from './formula-note';
import { NotReckoned } from './not-reckoned';
import { NumberLink } from './number-link';
import { type Compared, pairWithBefore } from './pair-with-before';
import { type ReportAddress, rowsHref } from './report-link';
import { type ReportColumn, ReportTable } from './report-table';

type Props = {
  rows: readonly DueRow[];
  before: readonly DueRow[] | null;
  medianLateMinutes: number | null;
  notReckonedFor: Narrowing | null;
  address: ReportAddress;
};
type Row = Compared<DueRow>;

const keyOf = ({ department, employee }: DueRow) => `${department.id} ${employee?.id}`;

/** Next reactions that came due, by who was to do them. */
export function ReactionsTab({ rows, before, medianLateMinutes, notReckonedFor, address }: Props) {
  const t = useTranslations('reports');
  const words = useTranslations('reports.reactions');
  const formulas = useTranslations('reports.columnFormulas.reactions');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const durationWords = useDurationWords();
  if (notReckonedFor) return <NotReckoned narrowing={notReckonedFor} />;
  const hrefOf = ({ employee, department }: DueRow, figure: DueFigure) =>
    rowsHref(
      address,
      'reactions',
      figure,
      employee ? { employeeId: employee.id } : { departmentId: department.id, isNobodys: true },
    );
  const figured = (
    key: 'due' | 'inTime' | 'overdue' | 'share' | 'postponed',
    figure: DueFigure,
    textOf: (row: DueRow) => string,
  ): ReportColumn<Row> => ({
    key,
    header: words(`columns.${key}`),
    formula: formulas(key),
    align: 'end',
    cell: ({ now, was }) => (
      <ComparedFigure was={was && textOf(was)}>
        <NumberLink
          value={key === 'share' ? now.overdue : now[key]}
          href={hrefOf(now, figure)}
          label={`${now.employee?.name ?? departmentName(now.department)}, ${words(`columns.${key}`)}`}
          text={textOf(now)}
        />
      </ComparedFigure>
    ),
  });
  return (
    <Panel title={words('caption')}>
      {medianLateMinutes === null ? null : (
        <p className="pb-3 text-soft">
          {words('median', { time: durationWords(medianLateMinutes * 60_000) })}{' '}
          <FormulaNote name={words('medianName')} text={formulas('median')} />
        </p>
      )}
      <ReportTable
        caption={words('caption')}
        rows={pairWithBefore(rows, before, keyOf)}
        rowKey={({ now }) => keyOf(now)}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
        columns={[
          {
            key: 'employee',
            header: words('columns.employee'),
            isRowHeader: true,
            cell: ({ now }) => now.employee?.name ?? words('department'),
          },
          {
            key: 'department',
            header: words('columns.department'),
            cell: ({ now }) => departmentName(now.department),
          },
          figured('due', 'due', ({ due }) => String(due)),
          figured('inTime', 'inTime', ({ inTime }) => String(inTime)),
          figured('overdue', 'overdue', ({ overdue }) => String(overdue)),
          figured('share', 'overdue', ({ due, overdue }) =>
            due === 0 ? '—' : format.number(overdue / due, 'percent'),
          ),
          figured('postponed', 'postponed', ({ postponed }) => String(postponed)),
        ]}
      />
    </Panel>
  );
}
