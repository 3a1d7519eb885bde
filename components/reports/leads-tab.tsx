'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDuration } from '@/components/ui/format-duration';
import { Panel } from '@/components/ui/panel';
import type { LeadFigure } from '@/lib/domain/reports/reaction-figure';
import type { LeadReportRow } from '@/lib/domain/reports/reports.contract';
import { ComparedFigure } from './compared-figure';
import { FormulaNote } from './formula-note';
import { NumberLink } from './number-link';
import { type Compared, pairWithBefore } from './pair-with-before';
import { type ReportAddress, rowsHref } from './report-link';
import { type ReportColumn, ReportTable } from './report-table';

type Props = {
  rows: readonly LeadReportRow[];
  before: readonly LeadReportRow[] | null;
  medianSeconds: number | null;
  ninetiethSeconds: number | null;
  address: ReportAddress;
};
type Row = Compared<LeadReportRow>;

const keyOf = ({ department, acceptedBy }: LeadReportRow) => `${department.id} ${acceptedBy?.id}`;

/** Leads by who accepted them, and how soon (IN-11). */
export function LeadsTab({ rows, before, medianSeconds, ninetiethSeconds, address }: Props) {
  const t = useTranslations('reports');
  const words = useTranslations('reports.leads');
  const formulas = useTranslations('reports.columnFormulas.leads');
  const format = useFormatter();
  const nameOf = ({ acceptedBy }: LeadReportRow) => acceptedBy?.name ?? words('nobody');
  const hrefOf = ({ acceptedBy, department }: LeadReportRow, figure: LeadFigure) =>
    rowsHref(
      address,
      'leads',
      figure,
      acceptedBy ? { employeeId: acceptedBy.id } : { departmentId: department.id, isNobodys: true },
    );
  const figured = (
    key: LeadFigure | 'share',
    figure: LeadFigure,
    textOf: (row: LeadReportRow) => string,
  ): ReportColumn<Row> => ({
    key,
    header: words(`columns.${key}`),
    formula: formulas(key),
    align: 'end',
    cell: ({ now, was }) => (
      <ComparedFigure was={was && textOf(was)}>
        <NumberLink
          value={now[figure]}
          href={hrefOf(now, figure)}
          label={`${nameOf(now)}, ${words(`columns.${key}`)}`}
          text={textOf(now)}
        />
      </ComparedFigure>
    ),
  });
  return (
    <Panel title={words('caption')}>
      {medianSeconds === null || ninetiethSeconds === null ? null : (
        <p className="pb-3 text-soft">
          {words('median', {
            median: formatDuration(medianSeconds),
            ninetieth: formatDuration(ninetiethSeconds),
          })}{' '}
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
            key: 'acceptedBy',
            header: words('columns.acceptedBy'),
            isRowHeader: true,
            cell: ({ now }) => nameOf(now),
          },
          figured('routed', 'routed', ({ routed }) => String(routed)),
          figured('inMinute', 'inMinute', ({ inMinute }) => String(inMinute)),
          figured('late', 'late', ({ late }) => String(late)),
          figured('escalated', 'escalated', ({ escalated }) => String(escalated)),
          figured('waiting', 'waiting', ({ waiting }) => String(waiting)),
          figured('share', 'inMinute', ({ routed, inMinute }) =>
            routed === 0 ? '—' : format.number(inMinute / routed, 'percent'),
          ),
        ]}
      />
    </Panel>
  );
}
