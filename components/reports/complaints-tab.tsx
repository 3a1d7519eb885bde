'use client';

import { useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { useDurationWords } from '@/components/ui/use-duration-words';
import { type ComplaintFigure, noCause } from '@/lib/domain/reports/reaction-figure';
import type { ComplaintReport } from '@/lib/domain/reports/reports.contract';
import { ComparedFigure } from './compared-figure';
import { NumberLink } from './number-link';
import { type Compared, pairWithBefore } from './pair-with-before';
import { type ReportAddress, rowsHref } from './report-link';
import { type ReportColumn, ReportTable } from './report-table';

type Props = { report: ComplaintReport; before: ComplaintReport | null; address: ReportAddress };
type DepartmentRow = ComplaintReport['departments'][number];
type CauseRow = ComplaintReport['causes'][number];
type More = { departmentId?: string; cause?: string };

const counts = ['made', 'received', 'inWork', 'answered', 'closed', 'overdue'] as const;

/** Complaints by the department whose work caused them and by cause, and how soon they were answered (SA-3). */
export function ComplaintsTab({ report, before, address }: Props) {
  const t = useTranslations('reports');
  const words = useTranslations('reports.complaints');
  const formulas = useTranslations('reports.columnFormulas.complaints');
  const departmentName = useDepartmentName();
  const durationWords = useDurationWords();
  if (report.departments.length === 0 && !before?.departments.length) {
    return <EmptyState title={t('empty')} text={t('emptyText')} />;
  }
  const figuresOf = <Row extends DepartmentRow | CauseRow>(
    nameOf: (row: Row) => string,
    moreOf: (row: Row) => More,
  ): ReportColumn<Compared<Row>>[] => {
    const figured = (
      key: (typeof counts)[number] | 'answerTime',
      figure: ComplaintFigure,
      textOf: (row: Row) => string,
    ): ReportColumn<Compared<Row>> => ({
      key,
      header: words(`columns.${key}`),
      formula: formulas(key),
      align: 'end',
      cell: ({ now, was }) => (
        <ComparedFigure was={was && textOf(was)}>
          <NumberLink
            value={now[figure]}
            href={rowsHref(address, 'complaints', figure, moreOf(now))}
            label={`${nameOf(now)}, ${words(`columns.${key}`)}`}
            text={textOf(now)}
          />
        </ComparedFigure>
      ),
    });
    return [
      ...counts.map((key) => figured(key, key, (row) => String(row[key]))),
      figured('answerTime', 'everAnswered', ({ everAnswered, answerMs }) =>
        everAnswered === 0 ? '—' : durationWords(answerMs / everAnswered),
      ),
    ];
  };
  const nameOfDepartment = ({ department }: DepartmentRow) => departmentName(department);
  const nameOfCause = ({ cause }: CauseRow) => (cause === noCause ? words('noCause') : cause);
  return (
    <div className="flex flex-col gap-4">
      <Panel title={words('byDepartment')} flush>
        <ReportTable
          caption={words('byDepartment')}
          rows={pairWithBefore(
            report.departments,
            before?.departments ?? null,
            ({ department }) => department.id,
          )}
          rowKey={({ now }) => now.department.id}
          columns={[
            {
              key: 'department',
              header: words('columns.department'),
              isRowHeader: true,
              cell: ({ now }) => nameOfDepartment(now),
            },
            ...figuresOf(
              nameOfDepartment,
              address.employeeId ? () => ({}) : ({ department }) => ({ departmentId: department.id }),
            ),
          ]}
        />
      </Panel>
      <Panel title={words('byCause')} flush>
        <ReportTable
          caption={words('byCause')}
          rows={pairWithBefore(report.causes, before?.causes ?? null, ({ cause }) => cause)}
          rowKey={({ now }) => now.cause}
          columns={[
            {
              key: 'cause',
              header: words('columns.cause'),
              isRowHeader: true,
              cell: ({ now }) => <span className="[overflow-wrap:anywhere]">{nameOfCause(now)}</span>,
            },
            ...figuresOf(nameOfCause, ({ cause }) => ({ cause })),
          ]}
        />
      </Panel>
    </div>
  );
}
