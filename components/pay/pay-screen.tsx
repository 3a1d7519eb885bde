'use client';

import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { useSumWords } from '@/components/purchases/use-sum-words';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import type { Month } from '@/lib/domain/pay/pay';
import type { PayRow } from '@/lib/domain/pay/pay-views';
import { MonthSwitch } from './month-switch';

type Props = { month: Month; rows: readonly PayRow[]; mayManage: boolean };

/** CO-1: the pay of a month; whoever manages pay sees everybody's. */
export function PayScreen({ month, rows, mayManage }: Props) {
  const t = useTranslations('pay');
  const { sum } = useSumWords();
  const figure = (key: 'salary' | 'purchases' | 'percent' | 'corrections' | 'total'): Column<PayRow> => ({
    key,
    header: t(`columns.${key}`),
    align: 'end',
    cell: ({ figures }) => (
      <span className="whitespace-nowrap tabular-nums">{sum(figures[`${key}Kopecks`])}</span>
    ),
  });
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={<MonthSwitch month={month} hrefOf={(other) => `/pay?month=${other}`} />}
        actions={<CsvButton list="pay" filters={{ month }} about={month} />}
      />
      <Panel flush>
        <DataTable<PayRow>
          caption={t('title')}
          rows={rows}
          rowKey={({ employee }) => employee.id}
          rowHref={({ employee }) => `/pay/${employee.id}/${month}`}
          columns={[
            {
              key: 'employee',
              header: t('columns.employee'),
              isRowHeader: true,
              cell: ({ employee }) => employee.name,
            },
            figure('salary'),
            {
              key: 'clients',
              header: t('columns.clients'),
              align: 'end',
              cell: ({ figures }) => figures.clients,
            },
            figure('purchases'),
            figure('percent'),
            figure('corrections'),
            figure('total'),
            {
              key: 'state',
              header: t('columns.state'),
              cell: ({ frozenAt }) => (
                <Badge tone={frozenAt === null ? 'plain' : 'good'}>
                  {t(frozenAt === null ? 'running' : 'frozen')}
                </Badge>
              ),
            },
          ]}
          empty={<EmptyState title={t(mayManage ? 'empty' : 'notPaid')} />}
        />
      </Panel>
    </>
  );
}
