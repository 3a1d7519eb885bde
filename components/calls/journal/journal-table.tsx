'use client';

import { ArrowRight, PhoneMissed } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import type { TableSort } from '@/components/lists/sort-by-time';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDuration } from '@/components/ui/format-duration';
import { Pager } from '@/components/ui/pager';
import type { Column } from '@/components/ui/table-column';
import type { JournalRow } from '@/lib/domain/calls/journal-view';
import { DirectionSign } from '../direction-sign';
import { CallButton } from '../outgoing/call-button';
import { CallOutcomeBadge } from './call-outcome';
import { useCallerName } from './caller-name';

type Props<Row extends JournalRow> = {
  rows: readonly Row[];
  /** What stands before the outcome where more is known of the calls than the journal tells. */
  more?: readonly Column<Row>[];
  firstHref: string | null;
  nextHref: string | null;
  busy: boolean;
  sort?: TableSort;
};

const lengthText = (ms: number | null) => (ms === null ? '—' : formatDuration(ms / 1000));

export function JournalTable<Row extends JournalRow>({
  rows,
  more = [],
  firstHref,
  nextHref,
  busy,
  sort,
}: Props<Row>) {
  const t = useTranslations('calls');
  const routes = useTranslations('callScripts.routes');
  const format = useFormatter();
  const { numberOf, cardOf } = useCallerName();
  const columns: Column<Row>[] = [
    {
      key: 'arrived',
      header: t('columns.arrived'),
      isSortable: true,
      isAlways: true,
      cell: (call) => (
        <span className="whitespace-nowrap tabular-nums">{format.dateTime(call.arrivedAt, 'dateTime')}</span>
      ),
    },
    {
      key: 'direction',
      header: t('columns.direction'),
      cell: (call) => <DirectionSign direction={call.direction} />,
    },
    {
      key: 'caller',
      header: t('columns.caller'),
      isRowHeader: true,
      cell: (call) => (
        <span className="[overflow-wrap:anywhere]">
          {cardOf(call) ?? <span className="font-normal text-faint">{t('noCard')}</span>}
        </span>
      ),
    },
    {
      key: 'number',
      header: t('columns.number'),
      cell: (call) => (
        <span className="flex flex-wrap items-center gap-1">
          <span className="whitespace-nowrap tabular-nums">{numberOf(call)}</span>
          {call.caller.e164 ? (
            <CallButton
              to={{ phone: call.caller.e164, counterpartyId: call.counterparty?.id }}
              name={numberOf(call)}
            />
          ) : null}
        </span>
      ),
    },
    { key: 'route', header: t('columns.route'), cell: (call) => (call.route ? routes(call.route) : '—') },
    { key: 'led', header: t('columns.led'), cell: (call) => <WhoTalked call={call} /> },
    {
      key: 'wait',
      header: t('columns.wait'),
      align: 'end',
      isHiddenOnPhone: true,
      cell: (call) => lengthText(call.waitMs),
    },
    { key: 'talk', header: t('columns.talk'), align: 'end', cell: (call) => lengthText(call.talkMs) },
    ...more,
    { key: 'outcome', header: t('columns.outcome'), cell: (call) => <CallOutcomeBadge call={call} /> },
  ];
  return (
    <ListTable
      list="calls"
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={(call) => call.id}
      rowHref={(call) => (call.mayReview ? `/calls/${call.id}` : null)}
      empty={<EmptyState icon={<PhoneMissed />} title={t('empty.title')} text={t('empty.text')} />}
      footer={<Pager firstHref={firstHref} nextHref={nextHref} />}
      busy={busy}
      {...sort}
    />
  );
}

/** Who led the conversation, and who took it over from them. */
function WhoTalked({ call: { owner, handedOverTo } }: { call: JournalRow }) {
  if (!owner) return '—';
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      {owner.name}
      {handedOverTo ? (
        <>
          <ArrowRight aria-hidden="true" className="size-3.5 text-faint" />
          {handedOverTo.name}
        </>
      ) : null}
    </span>
  );
}
