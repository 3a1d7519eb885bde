'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { Column } from '@/components/ui/table-column';
import { TablePanel } from '@/components/ui/table-panel';
import type { CallReview } from '@/lib/domain/calls/review-view';

type Supervision = CallReview['supervisions'][number];

/** Who was in the conversation besides, how, from when until when (S5). */
export function Supervisions({ supervisions }: { supervisions: readonly Supervision[] }) {
  const t = useTranslations('supervision.review');
  const format = useFormatter();
  if (supervisions.length === 0) return null;
  const time = (at: number) => format.dateTime(at, 'timeWithSeconds');
  const columns: Column<Supervision>[] = [
    { key: 'who', header: t('who'), isRowHeader: true, cell: ({ employee }) => employee.name },
    { key: 'whose', header: t('whose'), cell: ({ supervised }) => supervised?.name ?? '—' },
    {
      key: 'how',
      header: t('how'),
      cell: ({ modes, joinedAt }) =>
        joinedAt === null
          ? t('notJoined')
          : modes
              .map(({ mode, at }) => t(`modes.${mode}`, { time: time(Math.max(at, joinedAt)) }))
              .join(', '),
    },
    {
      key: 'until',
      header: t('until'),
      cell: ({ endedAt }) => <span className="tabular-nums">{endedAt === null ? '—' : time(endedAt)}</span>,
    },
    {
      key: 'end',
      header: t('end'),
      cell: ({ endReason }) => (endReason === null ? '—' : t(`ends.${endReason}`)),
    },
  ];
  return (
    <TablePanel
      title={t('title')}
      columns={columns}
      rows={supervisions}
      rowKey={({ generation }) => String(generation)}
    />
  );
}
