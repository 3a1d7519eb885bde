import { useFormatter, useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { NumberLink } from '@/components/reports/number-link';
import { DataTable } from '@/components/ui/data-table';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import type { RoundTrends } from '@/lib/domain/rounds/round-views';
import { daysOf, type TrendScope, type TrendSpan, useTrendColumns } from './use-trend-columns';

type Department = RoundTrends['departments'][number];
type NumberedSpan = { span: TrendSpan; index: number };

type Props = TrendScope & {
  /** The board of complaints shows all that are counted. */
  maySeeComplaints: boolean;
};

/** The complaints of the period by the department that caused them, together and per fortnight. */
export function TrendComplaints({ maySeeComplaints, ...scope }: Props) {
  const t = useTranslations('rounds.trendsPage');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const { named, spanOf } = useTrendColumns(scope);
  const { departments, spans, period, product, client } = scope.trends;
  const complaintsOf = (count: number, department: Department, days: typeof period, name: string) => {
    const text = format.number(count);
    if (!maySeeComplaints) return text;
    const filters = new URLSearchParams({
      ...{ state: 'all', department: department.departmentId, ...days },
      ...(!scope.maySeeAll && { clients: 'mine' }),
      ...(client !== null && { client: client.id }),
      ...(product !== null && { product: product.id }),
    });
    return <NumberLink value={count} text={text} href={`/complaints?${filters}`} label={name} />;
  };
  return (
    <>
      <Panel title={t('departments')} flush>
        <DataTable
          caption={t('departments')}
          rows={departments}
          rowKey={({ departmentId }) => departmentId}
          columns={[
            named<Department>(t('department'), departmentName),
            {
              key: 'complaints',
              header: t('complaints'),
              align: 'end',
              cell: (row) =>
                complaintsOf(row.complaints, row, period, `${departmentName(row)}, ${t('complaints')}`),
            },
          ]}
          empty={null}
        />
      </Panel>
      <Panel title={t('complaintSpans')} flush>
        <DataTable
          caption={t('complaintSpans')}
          rows={spans
            .map((span, index) => ({ span, index }))
            .filter(({ index }) => departments.some(({ complaintsBySpan }) => complaintsBySpan[index]))}
          rowKey={({ span }) => String(span.from)}
          columns={[
            named<NumberedSpan>(t('span'), ({ span }) => spanOf(span)),
            ...departments.map(
              (department): Column<NumberedSpan> => ({
                key: department.departmentId,
                header: departmentName(department),
                align: 'end',
                cell: ({ span, index }) =>
                  complaintsOf(
                    department.complaintsBySpan[index] ?? 0,
                    department,
                    daysOf(span),
                    `${spanOf(span)}, ${departmentName(department)}`,
                  ),
              }),
            ),
          ]}
          empty={null}
        />
      </Panel>
    </>
  );
}
