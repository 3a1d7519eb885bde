'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import type { AssignmentRow } from '@/lib/domain/assignments/assignments.contract';
import { AssignDialog } from './assign-dialog';

type Props = { rows: readonly AssignmentRow[]; unassigned: number };

/** Whose clients are whose, and the ways to give them to somebody else. */
export function AssignmentsScreen({ rows, unassigned }: Props) {
  const t = useTranslations('assignments');
  const rounds = useTranslations('rounds');
  const [from, giveFrom] = useState<AssignmentRow['manager'] | 'nobody' | null>(null);
  const count = (
    key: 'clients' | 'rounds' | 'due' | 'overdue' | 'complaints' | 'reactions',
    of: (row: AssignmentRow) => number,
  ): Column<AssignmentRow> => ({ key, header: t(`columns.${key}`), align: 'end', cell: of });
  return (
    <>
      <PageHeader
        up={<TextLink href="/rounds">{rounds('title')}</TextLink>}
        title={t('title')}
        actions={<CsvButton list="assignments" />}
      />
      <div className="flex flex-col gap-4">
        {unassigned > 0 ? (
          <InlineAlert
            tone="warning"
            title={t('unassigned.title')}
            actions={<Button onClick={() => giveFrom('nobody')}>{t('spread')}</Button>}
          >
            {t('unassigned.text', { count: unassigned })}
          </InlineAlert>
        ) : null}
        <Panel flush>
          <DataTable<AssignmentRow>
            caption={t('title')}
            rows={rows}
            rowKey={({ manager }) => manager.id}
            columns={[
              {
                key: 'manager',
                header: t('columns.manager'),
                isRowHeader: true,
                cell: ({ manager }) => manager.name,
              },
              {
                key: 'presence',
                header: t('columns.presence'),
                cell: ({ isAbsent, substitute }) => {
                  if (!isAbsent) return t('there');
                  return substitute ? t('absentWith', { name: substitute.name }) : t('absent');
                },
              },
              count('clients', ({ clients }) => clients),
              count('rounds', ({ openRounds }) => openRounds),
              count('due', ({ dueRounds }) => dueRounds),
              count('overdue', ({ overdueRounds }) => overdueRounds),
              count('complaints', ({ openComplaints }) => openComplaints),
              count('reactions', ({ openNextReactions }) => openNextReactions),
              {
                key: 'handOver',
                header: t('handOver'),
                isHeaderHidden: true,
                cell: ({ manager }) => (
                  <Button
                    size="small"
                    aria-label={`${t('handOver')} ${manager.name}`}
                    onClick={() => giveFrom(manager)}
                  >
                    {t('handOver')}
                  </Button>
                ),
              },
            ]}
            empty={<EmptyState title={t('empty')} />}
          />
        </Panel>
      </div>
      {from ? (
        <AssignDialog
          from={from === 'nobody' ? null : from}
          managers={rows.filter(({ isFormer }) => !isFormer).map(({ manager }) => manager)}
          clients={
            from === 'nobody'
              ? unassigned
              : (rows.find(({ manager }) => manager.id === from.id)?.clients ?? 0)
          }
          onClose={() => giveFrom(null)}
        />
      ) : null}
    </>
  );
}
