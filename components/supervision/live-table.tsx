'use client';

import { Headphones, LifeBuoy } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DirectionSign } from '@/components/calls/direction-sign';
import { useCallerName } from '@/components/calls/journal/caller-name';
import { ListTable } from '@/components/lists/list-table';
import { useDepartmentName } from '@/components/reactions/department-name';
import { Badge } from '@/components/ui/badge';
import { Elapsed } from '@/components/ui/elapsed';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import type { Column } from '@/components/ui/table-column';
import type { liveShows } from '@/lib/domain/calls/live-shows';
import type { LiveCall } from '@/lib/domain/calls/supervision.contract';
import { SuperviseButtons } from './supervise-buttons';

type Props = {
  rows: readonly LiveCall[];
  shown: (typeof liveShows)[number];
  withDepartment: boolean;
  personId: string;
  /** Somebody came for these very calls: the first one that can be listened to waits for the press. */
  isSought: boolean;
  firstHref: string | null;
  nextHref: string | null;
  busy: boolean;
};

/** One row per call that goes on. */
export function LiveTable({
  rows,
  shown,
  withDepartment,
  personId,
  isSought,
  firstHref,
  nextHref,
  busy,
}: Props) {
  const t = useTranslations('supervision');
  const departmentName = useDepartmentName();
  const sought = isSought ? rows.find(({ maySupervise }) => maySupervise) : undefined;
  const columns: Column<LiveCall>[] = [
    { key: 'caller', header: t('columns.caller'), isRowHeader: true, cell: (call) => <Caller call={call} /> },
    { key: 'employee', header: t('columns.employee'), cell: ({ employee }) => employee?.name ?? '—' },
    ...(withDepartment
      ? [
          {
            key: 'department',
            header: t('columns.department'),
            cell: ({ department }: LiveCall) => departmentName(department),
          },
        ]
      : []),
    { key: 'step', header: t('columns.step'), cell: (call) => <Step call={call} /> },
    { key: 'state', header: t('columns.state'), cell: (call) => <State call={call} /> },
    {
      key: 'talk',
      header: t('columns.talk'),
      align: 'end',
      cell: ({ answeredAt }) => (answeredAt === null ? '—' : <Elapsed since={answeredAt} />),
    },
    {
      key: 'actions',
      header: t('columns.actions'),
      isHeaderHidden: true,
      align: 'end',
      cell: (call) => <SuperviseButtons call={call} personId={personId} isSought={call === sought} />,
    },
  ];
  return (
    <ListTable
      list="live"
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowTone={({ help }) => (help ? 'danger' : 'plain')}
      empty={<EmptyState icon={<Headphones />} title={t(`empty.${shown}`)} text={t(`empty.${shown}Text`)} />}
      footer={<Pager firstHref={firstHref} nextHref={nextHref} />}
      busy={busy}
    />
  );
}

function Caller({ call }: { call: LiveCall }) {
  const t = useTranslations('supervision');
  const tBar = useTranslations('desk.bar');
  const tOutgoing = useTranslations('desk.outgoing');
  const { nameOf, numberOf } = useCallerName();
  const name = nameOf({ caller: call.caller, counterparty: null, cardsOfNumber: call.cards });
  const number = numberOf(call);
  const lineWords = (named: { line: string }) =>
    call.direction === 'outbound' ? tOutgoing('line', named) : tBar('line', named);
  return (
    <span className="[overflow-wrap:anywhere]">
      {name}
      {name === number ? null : (
        <span className="ml-2 whitespace-nowrap font-normal text-soft tabular-nums">{number}</span>
      )}
      <span className="flex flex-wrap gap-x-2 font-normal text-soft text-sm">
        <DirectionSign direction={call.direction} />
        {call.line ? <span>{lineWords({ line: call.line })}</span> : null}
      </span>
      {call.help ? (
        <span className="mt-0.5 flex flex-wrap items-center gap-x-2 font-normal">
          <Badge tone="danger" icon={<LifeBuoy aria-hidden="true" />}>
            {t('asksForHelp')} <Elapsed since={call.help.askedAt} />
          </Badge>
          {call.help.words || t('noWords')}
        </span>
      ) : null}
    </span>
  );
}

function Step({ call }: { call: LiveCall }) {
  const t = useTranslations();
  if (call.step === null) return '—';
  const key = `callScripts.steps.${call.step.name}` as 'callScripts.steps.greeting';
  return t.has(key) ? t(key) : call.step.name;
}

const waiting: ReadonlySet<LiveCall['state']> = new Set(['ringing', 'returning', 'handingOver']);

function State({ call }: { call: LiveCall }) {
  const t = useTranslations('supervision');
  const { state, stateSince, supervision, ringing } = call;
  if (call.isQuarantined) return <Badge tone="danger">{t('unreadable')}</Badge>;
  const { name } = supervision?.employee ?? { name: '' };
  return (
    <span>
      {t(`states.${state}`)} <Elapsed since={stateSince} />
      {waiting.has(state) ? (
        <span className="block text-soft text-sm">
          {ringing.length > 0 ? t('ringsAt', { names: ringing.join(', ') }) : t('ringsAtNobody')}
        </span>
      ) : null}
      {supervision ? (
        <span className="block">
          <Badge tone="accent" icon={<Headphones aria-hidden="true" />}>
            {t(`there.${supervision.joinedAt === null ? 'joining' : supervision.mode}`, { name })}
          </Badge>
        </span>
      ) : null}
    </span>
  );
}
