'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useSizeWords } from '@/components/attachments/use-size-words';
import { Badge } from '@/components/ui/badge';
import { useNow } from '@/components/ui/clock';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { Column } from '@/components/ui/table-column';
import type { BackupsView, BackupView } from '@/lib/domain/backups/backups.contract';
import { minuteMs } from '@/lib/domain/duration';
import { BackupActions } from './backup-actions';

type Props = { backups: readonly BackupView[]; work: BackupsView['work'] };

/** Newest first: when each was made, what it holds, and when it was last found sound. */
export function BackupTable({ backups, work }: Props) {
  const t = useTranslations('backups');
  const format = useFormatter();
  const size = useSizeWords();
  const now = useNow(minuteMs);
  const columns: Column<BackupView>[] = [
    {
      key: 'made',
      header: t('columns.made'),
      isRowHeader: true,
      cell: ({ madeAt }) => (
        <>
          <span className="whitespace-nowrap tabular-nums">{format.dateTime(madeAt, 'dateTime')}</span>{' '}
          <span className="text-faint">{format.relativeTime(Math.min(madeAt, now), now)}</span>
        </>
      ),
    },
    {
      key: 'origin',
      header: t('columns.origin'),
      cell: ({ summary }) => (summary ? t(`origins.${summary.origin}`) : '—'),
    },
    {
      key: 'holds',
      header: t('columns.holds'),
      cell: ({ summary }) =>
        summary ? (
          <>
            {t('holds', {
              rows: summary.rowCount,
              files: summary.fileCount,
              size: size(summary.byteLength),
            })}
            {summary.missingCount > 0 ? (
              <p className="text-warn-ink">{t('missing', { count: summary.missingCount })}</p>
            ) : null}
          </>
        ) : (
          '—'
        ),
    },
    { key: 'check', header: t('columns.check'), cell: (backup) => <Checked backup={backup} /> },
    {
      key: 'actions',
      header: t('columns.actions'),
      isHeaderHidden: true,
      align: 'end',
      cell: (backup) => <BackupActions backup={backup} isBusy={work !== null} />,
    },
  ];
  return (
    <DataTable
      caption={t('list')}
      columns={columns}
      rows={backups}
      rowKey={({ name }) => name}
      rowTone={(backup) => (isDamaged(backup) ? 'danger' : 'plain')}
      empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
    />
  );
}

const isDamaged = ({ summary, check }: BackupView) => !summary || (check?.problems.length ?? 0) > 0;

function Checked({ backup }: { backup: BackupView }) {
  const t = useTranslations('backups');
  const format = useFormatter();
  const { summary, check } = backup;
  if (!summary) return <Badge tone="danger">{t('unreadable')}</Badge>;
  if (!check) return <span className="text-faint">{t('unchecked')}</span>;
  const [first] = check.problems;
  return (
    <>
      <Badge tone={first ? 'danger' : 'good'}>{t(first ? 'damaged' : 'sound')}</Badge>{' '}
      <span className="whitespace-nowrap text-faint tabular-nums">
        {format.dateTime(check.checkedAt, 'dateTime')}
      </span>
      {first ? (
        <p className="[overflow-wrap:anywhere]">
          {t(`problems.${first.kind}`, { what: first.what })}
          {check.problems.length > 1 ? ` ${t('moreProblems', { count: check.problems.length - 1 })}` : ''}
        </p>
      ) : null}
    </>
  );
}
