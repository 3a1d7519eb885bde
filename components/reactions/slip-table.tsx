'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import type { SlipView } from '@/lib/domain/reactions/next-reactions.contract';
import type { SlipKind } from '@/lib/domain/reactions/slip';
import { CallerCell } from './caller-cell';
import { useDepartmentName } from './department-name';
import { NextReactionActions } from './next-reaction-actions';
import { PromiseState } from './promise-state';
import { useReactionName } from './reaction-name';

type Props = {
  kind: SlipKind;
  rows: readonly SlipView[];
  firstHref?: string | null;
  nextHref?: string | null;
  busy?: boolean;
};

/** What slipped and is told to the person: promises to their clients (CO-3), or what a department let come overdue. */
export function SlipTable({ kind, rows, firstHref, nextHref, busy }: Props) {
  const t = useTranslations('reactions');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const { topicOf } = useReactionName();
  const at = (time: number) => (
    <span className="whitespace-nowrap tabular-nums">{format.dateTime(time, 'dateTime')}</span>
  );
  const columns: Column<SlipView>[] = [
    {
      key: 'due',
      header: t('columns.due'),
      cell: ({ nextReaction }) => <PromiseState next={nextReaction} />,
    },
    {
      key: 'what',
      header: t('columns.what'),
      isRowHeader: true,
      cell: ({ nextReaction }) => <bdi className="[overflow-wrap:anywhere]">{topicOf(nextReaction)}</bdi>,
    },
    {
      key: 'counterparty',
      header: t('columns.counterparty'),
      cell: ({ nextReaction }) => <CallerCell next={nextReaction} />,
    },
    {
      key: 'appeal',
      header: t('columns.appeal'),
      cell: ({ nextReaction: { appeal } }) =>
        appeal ? (
          <TextLink href={`/appeals/${appeal.id}`}>
            {t('appealNumber', { number: String(appeal.number) })}
          </TextLink>
        ) : (
          '—'
        ),
    },
    {
      key: 'responsible',
      header: t('columns.responsible'),
      cell: ({ nextReaction }) => nextReaction.employee?.name ?? departmentName(nextReaction.department),
    },
    {
      key: 'slipped',
      header: t('columns.slipped'),
      cell: ({ cause, slippedFrom }) => (
        <span className="flex flex-col">
          {t(`slipCauses.${cause}`)}
          <span className="text-soft text-sm">{at(slippedFrom)}</span>
        </span>
      ),
    },
    { key: 'told', header: t('columns.told'), cell: (slip) => at(slip.at) },
    {
      key: 'actions',
      header: t('columns.actions'),
      isHeaderHidden: true,
      align: 'end',
      cell: ({ nextReaction }) => <NextReactionActions next={nextReaction} />,
    },
  ];
  return (
    <ListTable
      list="slips"
      caption={t(`caption.${kind}`)}
      columns={columns}
      rows={rows}
      rowKey={(slip) => slip.id}
      empty={<EmptyState title={t(`empty.${kind}`)} text={t(`empty.${kind}Text`)} />}
      footer={<Pager firstHref={firstHref} nextHref={nextHref} />}
      busy={busy}
    />
  );
}
