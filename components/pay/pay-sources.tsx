'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useSumWords } from '@/components/purchases/use-sum-words';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import type { Column } from '@/components/ui/table-column';
import { TablePanel } from '@/components/ui/table-panel';
import { TextLink } from '@/components/ui/text-link';
import type { PayStatementView } from '@/lib/domain/pay/pay-views';
import { useMonthName } from './month-switch';

type Card = { counterparty: { id: string; name: string } };

/** What stands behind the figures: purchases, letters, corrections and rates. */
export function PaySources({ pay }: { pay: PayStatementView }) {
  const t = useTranslations('pay');
  const format = useFormatter();
  const { sum, day } = useSumWords();
  const monthName = useMonthName();
  const at = (time: number) => format.dateTime(time, 'dateTime');
  const client = <Row extends Card>(): Column<Row> => ({
    key: 'client',
    header: t('client'),
    isRowHeader: true,
    cell: ({ counterparty }) => (
      <TextLink href={`/counterparties/${counterparty.id}`}>{counterparty.name}</TextLink>
    ),
  });
  const amount = <Row extends { sumKopecks: number }>(): Column<Row> => ({
    key: 'sum',
    header: t('sum'),
    align: 'end',
    cell: ({ sumKopecks }) => sum(sumKopecks),
  });
  const paid = <Row extends { paidOn: string }>(): Column<Row> => ({
    key: 'paidOn',
    header: t('paidOn'),
    cell: ({ paidOn }) => day(paidOn),
  });
  const contract = <Row extends { contractNumber: string }>(): Column<Row> => ({
    key: 'contract',
    header: t('contract'),
    cell: ({ contractNumber }) => contractNumber || '—',
  });
  const author = <Row extends { by: { name: string } | null; at: number | null }>(): Column<Row> => ({
    key: 'author',
    header: t('writtenBy'),
    cell: (row) => (row.by && row.at ? `${row.by.name}, ${at(row.at)}` : '—'),
  });
  return (
    <>
      {pay.late.length > 0 ? (
        <TablePanel
          title={t('late')}
          rows={pay.late}
          rowKey={({ id }) => id}
          columns={[client<PayStatementView['late'][number]>(), contract(), paid(), amount(), author()]}
          empty={null}
        >
          <p className="px-4 py-3">{t('lateText')}</p>
        </TablePanel>
      ) : null}
      <TablePanel
        title={t('purchases')}
        rows={pay.purchases}
        rowKey={({ id }) => id}
        columns={[client<PayStatementView['purchases'][number]>(), contract(), paid(), amount(), author()]}
        empty={<EmptyState title={t('none.purchases')} />}
      />
      <TablePanel
        title={t('letters')}
        rows={pay.letters}
        rowKey={({ roundId }) => roundId}
        columns={[
          client<PayStatementView['letters'][number]>(),
          {
            key: 'received',
            header: t('received'),
            cell: ({ roundId, receivedAt }) => (
              <TextLink href={`/rounds/${roundId}`}>{at(receivedAt)}</TextLink>
            ),
          },
          {
            key: 'letter',
            header: t('letter'),
            cell: ({ attachmentId }) =>
              attachmentId ? (
                <a
                  href={`/api/v1/attachments/${attachmentId}/file`}
                  download
                  className="text-accent-ink underline-offset-2 hover:underline"
                >
                  {t('download')}
                </a>
              ) : (
                '—'
              ),
          },
        ]}
        empty={<EmptyState title={t('none.letters')} />}
      />
      <TablePanel
        title={t('uncounted')}
        rows={pay.uncounted}
        rowKey={({ id }) => id}
        columns={[
          client<PayStatementView['uncounted'][number]>(),
          contract(),
          paid(),
          amount(),
          author(),
          { key: 'why', header: t('why'), cell: ({ why }) => t(`whys.${why}`) },
        ]}
        empty={<EmptyState title={t('none.uncounted')} />}
      />
      <TablePanel
        title={t('corrections')}
        rows={pay.corrections}
        rowKey={({ id }) => id}
        columns={[
          { key: 'reason', header: t('reason'), isRowHeader: true, cell: ({ reason }) => reason },
          { key: 'sum', header: t('sum'), align: 'end', cell: ({ amountKopecks }) => sum(amountKopecks) },
          { key: 'author', header: t('author'), cell: ({ by }) => by?.name ?? '—' },
          { key: 'at', header: t('at'), cell: (row) => at(row.at) },
        ]}
        empty={<EmptyState title={t('none.corrections')} />}
      />
      <TablePanel
        title={t('rates')}
        rows={pay.rates}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'validFrom',
            header: t('validFrom'),
            isRowHeader: true,
            cell: ({ validFrom, isReplaced }) => (
              <>
                {monthName(validFrom)} {isReplaced ? <Badge>{t('replaced')}</Badge> : null}
              </>
            ),
          },
          {
            key: 'salary',
            header: t('columns.salary'),
            align: 'end',
            cell: ({ salaryKopecks }) => sum(salaryKopecks),
          },
          {
            key: 'percent',
            header: t('percent'),
            align: 'end',
            cell: ({ percentHundredths }) =>
              format.number(percentHundredths / 10_000, { style: 'percent', maximumFractionDigits: 2 }),
          },
          { key: 'author', header: t('author'), cell: ({ by }) => by?.name ?? '—' },
          { key: 'at', header: t('at'), cell: (row) => at(row.at) },
        ]}
        empty={<EmptyState title={t('none.rates')} />}
      />
    </>
  );
}
