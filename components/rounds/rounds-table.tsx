'use client';

import { useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import type { Column } from '@/components/ui/table-column';
import { attemptsMade, attemptsOfRound } from '@/lib/domain/rounds/round';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import type { roundShows } from '@/lib/domain/rounds/rounds.contract';
import { RoundStateBadge } from './round-state';
import { useRoundTimes } from './use-round-times';

type Props = {
  show: (typeof roundShows)[number];
  rows: readonly RoundView[];
  /** Why there can be none. */
  problem?: string;
  withManager: boolean;
  firstHref: string | null;
  nextHref: string | null;
  busy: boolean;
};

/** Lists of other columns remember a choice of their own. */
const listOf: Record<Props['show'], string> = {
  due: 'rounds',
  planned: 'rounds',
  ended: 'rounds-ended',
  letters: 'rounds-letters',
};

export function RoundsTable({ show, rows, problem, withManager, firstHref, nextHref, busy }: Props) {
  const t = useTranslations('rounds');
  const times = useRoundTimes();
  const client: Column<RoundView> = {
    key: 'client',
    header: t('columns.client'),
    isRowHeader: true,
    cell: ({ counterparty: { name, city } }) => (
      <span className="[overflow-wrap:anywhere]">
        {name}
        {city ? <span className="text-soft"> · {city}</span> : null}
      </span>
    ),
  };
  const due: Column<RoundView> = {
    key: 'due',
    header: t('columns.due'),
    cell: ({ dueOn }) => <span className="whitespace-nowrap tabular-nums">{times.day(dueOn)}</span>,
  };
  const manager: Column<RoundView>[] = withManager
    ? [{ key: 'manager', header: t('columns.manager'), cell: (round) => round.manager?.name ?? '—' }]
    : [];
  const state: Column<RoundView> = {
    key: 'state',
    header: t('columns.state'),
    cell: (round) => <RoundStateBadge state={round.state} />,
  };
  const open: Column<RoundView>[] = [
    client,
    due,
    {
      key: 'callAt',
      header: t('columns.callAt'),
      cell: (round) =>
        round.attempts.length > 0 && round.state === 'planned'
          ? times.localAt(round.nextAttemptAt, round.timeZone)
          : times.span(round),
    },
    {
      key: 'earlier',
      header: t('columns.earlier'),
      cell: ({ earlierState }) => (earlierState ? <RoundStateBadge state={earlierState} /> : '—'),
    },
    {
      key: 'attempts',
      header: t('columns.attempts'),
      cell: ({ attempts, timeZone }) => {
        const made = Math.min(attemptsMade(attempts, timeZone), attemptsOfRound);
        return made > 0 ? t('attemptsOf', { count: made }) : '—';
      },
    },
    {
      key: 'complaints',
      header: t('columns.complaints'),
      align: 'end',
      cell: ({ openComplaints }) => (openComplaints > 0 ? openComplaints : '—'),
    },
    state,
    ...manager,
  ];
  const columns: Record<Props['show'], Column<RoundView>[]> = {
    due: open,
    planned: open,
    ended: [
      client,
      due,
      {
        key: 'ended',
        header: t('columns.ended'),
        cell: ({ endedAt }) => (endedAt === null ? '—' : times.at(endedAt)),
      },
      state,
      ...manager,
    ],
    letters: [
      client,
      {
        key: 'asked',
        header: t('columns.asked'),
        cell: ({ letter }) => (letter?.askedAt ? times.at(letter.askedAt) : '—'),
      },
      {
        key: 'lastVerdict',
        header: t('columns.lastVerdict'),
        cell: ({ lastVerdict }) =>
          lastVerdict ? (
            <>
              <RoundStateBadge state={lastVerdict} />
              {lastVerdict === 'satisfied' ? null : (
                <span className="block text-soft text-sm">{t('askNoLetter')}</span>
              )}
            </>
          ) : (
            '—'
          ),
      },
      ...manager,
    ],
  };
  return (
    <ListTable
      list={listOf[show]}
      caption={t(`shows.${show}`)}
      columns={columns[show]}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/rounds/${id}`}
      empty={<EmptyState title={problem ?? t(`empty.${show}`)} />}
      footer={<Pager firstHref={firstHref} nextHref={nextHref} />}
      busy={busy}
    />
  );
}
