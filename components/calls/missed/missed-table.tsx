'use client';

import { ChevronDown, ChevronRight, PhoneMissed, Voicemail } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import { useDepartmentName } from '@/components/reactions/department-name';
import { NextReactionActions } from '@/components/reactions/next-reaction-actions';
import { NextReactionDetails } from '@/components/reactions/next-reaction-details';
import { PromiseState } from '@/components/reactions/promise-state';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDuration } from '@/components/ui/format-duration';
import { IconButton } from '@/components/ui/icon-button';
import { Pager } from '@/components/ui/pager';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import type { CallBackState, MissedCaller } from '@/lib/domain/calls/missed-caller';
import type { missedShows } from '@/lib/domain/calls/missed-shows';
import { useCallerName } from '../journal/caller-name';
import { CallButton } from '../outgoing/call-button';
import { TakeButton } from './take-button';

type Props = {
  personId: string;
  rows: readonly MissedCaller[];
  shown: (typeof missedShows)[number];
  firstHref: string | null;
  nextHref: string | null;
  busy: boolean;
};

const tones = {
  new: 'danger',
  inWork: 'accent',
  calledBack: 'good',
  calledAgain: 'good',
  closed: 'plain',
} as const satisfies Record<CallBackState, string>;

/** One row per missed caller; its details hold the messages and who did what about it. */
export function MissedTable({ personId, rows, shown, firstHref, nextHref, busy }: Props) {
  const t = useTranslations('missed');
  const common = useTranslations('common.table');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const { nameOf, numberOf } = useCallerName();
  const [opened, setOpened] = useState<string | null>(null);
  const nameOfRow = ({ caller, cardsOfNumber }: MissedCaller) =>
    nameOf({ caller, cardsOfNumber, counterparty: null });
  const columns: Column<MissedCaller>[] = [
    {
      key: 'open',
      header: t('details'),
      isHeaderHidden: true,
      width: 'w-8',
      isControl: true,
      cell: ({ next }) => (
        <IconButton
          size="small"
          label={common(opened === next.id ? 'collapse' : 'expand')}
          aria-expanded={opened === next.id}
          icon={opened === next.id ? <ChevronDown /> : <ChevronRight />}
          onClick={() => setOpened(opened === next.id ? null : next.id)}
        />
      ),
    },
    {
      key: 'caller',
      header: t('columns.caller'),
      isRowHeader: true,
      cell: (row) => (
        <span className="[overflow-wrap:anywhere]">
          {row.reviewCallId ? (
            <TextLink href={`/calls/${row.reviewCallId}`}>{nameOfRow(row)}</TextLink>
          ) : (
            nameOfRow(row)
          )}
          {nameOfRow(row) === numberOf(row) ? null : (
            <span className="ml-2 whitespace-nowrap font-normal text-faint tabular-nums">
              {numberOf(row)}
            </span>
          )}
          {row.messages.length > 0 ? (
            <Badge icon={<Voicemail aria-hidden="true" />}>
              {t('messages', { count: row.messages.length })}
            </Badge>
          ) : null}
        </span>
      ),
    },
    {
      key: 'last',
      header: t('columns.last'),
      cell: (row) => (
        <span className="whitespace-nowrap tabular-nums">{format.dateTime(row.lastAt, 'dateTime')}</span>
      ),
    },
    { key: 'calls', header: t('columns.calls'), align: 'end', cell: (row) => row.calls },
    {
      key: 'wait',
      header: t('columns.wait'),
      align: 'end',
      cell: (row) => formatDuration(row.waitMs / 1000),
    },
    {
      key: 'state',
      header: t('columns.state'),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone={tones[row.state]}>{t(`states.${row.state}`)}</Badge>
          {row.attempts > 0 ? (
            <span className="text-faint text-sm">{t('attempts', { count: row.attempts })}</span>
          ) : null}
          {row.settledAfterMs === null ? (
            <PromiseState next={row.next} />
          ) : (
            <span className="text-faint text-sm">
              {t('after', { minutes: Math.ceil(row.settledAfterMs / 60_000) })}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'responsible',
      header: t('columns.responsible'),
      cell: ({ next }) => next.endedBy?.name ?? next.employee?.name ?? departmentName(next.department),
    },
    {
      key: 'actions',
      header: t('columns.actions'),
      isHeaderHidden: true,
      align: 'end',
      cell: (row) => (
        <span className="flex flex-wrap items-center justify-end gap-1">
          {shown === 'open' && row.caller.e164 ? (
            <CallButton to={{ phone: row.caller.e164 }} name={nameOfRow(row)} label={t('callBack')} />
          ) : null}
          {row.next.may.fulfil && row.next.may.handOver && row.next.employee?.id !== personId ? (
            <TakeButton next={row.next} personId={personId} name={nameOfRow(row)} />
          ) : null}
          <NextReactionActions next={row.next} isCalledBeside />
        </span>
      ),
    },
  ];
  return (
    <ListTable
      list="missed"
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={({ next }) => next.id}
      rowDetail={({ next }) => (next.id === opened ? <NextReactionDetails next={next} /> : null)}
      empty={<EmptyState icon={<PhoneMissed />} title={t(`empty.${shown}`)} text={t(`empty.${shown}Text`)} />}
      footer={<Pager firstHref={firstHref} nextHref={nextHref} />}
      busy={busy}
    />
  );
}
