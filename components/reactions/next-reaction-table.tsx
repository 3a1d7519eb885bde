'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import { Badge } from '@/components/ui/badge';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Pager } from '@/components/ui/pager';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { CallerCell } from './caller-cell';
import { useDepartmentName } from './department-name';
import { NextReactionActions } from './next-reaction-actions';
import { NextReactionDetails } from './next-reaction-details';
import { PromiseState } from './promise-state';
import { ShownTo } from './shown-to';
import type { RowSelection } from './use-row-selection';
import { usualColumns, type WorkColumn, workColumns } from './work-address';

type Props = {
  rows: readonly NextReactionView[];
  /** It is the work list: its columns are to be chosen. */
  isList?: boolean;
  /** What is shown beside the due time, what to do and the actions where it is a part of another page. */
  columns?: readonly WorkColumn[];
  isBeside?: boolean;
  isFiltered?: boolean;
  /** Rows may be chosen for one change of them all. */
  selection?: RowSelection;
  firstHref?: string | null;
  nextHref?: string | null;
  busy?: boolean;
};

/** The work list: what must be done, for whom, by whom and by when, the most urgent first. */
export function NextReactionTable({
  rows,
  isList = false,
  columns: shown = usualColumns,
  isBeside,
  isFiltered = false,
  selection,
  firstHref,
  nextHref,
  busy,
}: Props) {
  const t = useTranslations('reactions');
  const common = useTranslations('common.table');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const [opened, setOpened] = useState<string | null>(null);
  const about: Record<WorkColumn, Column<NextReactionView>['cell']> = {
    counterparty: (next) => <CallerCell next={next} />,
    appeal: (next) =>
      next.appeal ? (
        <TextLink href={`/appeals/${next.appeal.id}`}>
          {t('appealNumber', { number: String(next.appeal.number) })}
        </TextLink>
      ) : (
        '—'
      ),
    project: (next) => next.project?.name ?? '—',
    responsible: (next) => next.employee?.name ?? departmentName(next.department),
    written: (next) => (
      <span className="whitespace-nowrap tabular-nums">{format.dateTime(next.createdAt, 'dateTime')}</span>
    ),
    writtenBy: (next) => next.createdBy?.name ?? '—',
  };
  const choosing: Column<NextReactionView>[] = selection
    ? [
        {
          key: 'choose',
          header: t('bulk.choose'),
          isHeaderHidden: true,
          width: 'w-8',
          isControl: true,
          cell: (next) => (
            <CheckboxField
              labelHidden
              label={t('bulk.chooseOne', { topic: next.topic })}
              value={selection.isSelected(next.id)}
              onValueChange={(isSelected) => selection.toggle(next, isSelected)}
            />
          ),
        },
      ]
    : [];
  const columns: Column<NextReactionView>[] = [
    ...choosing,
    {
      key: 'open',
      header: t('details'),
      isHeaderHidden: true,
      width: 'w-8',
      isControl: true,
      cell: (next) => (
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
      key: 'due',
      header: t('columns.due'),
      isAlways: true,
      cell: (next) => <PromiseState next={next} />,
    },
    {
      key: 'what',
      header: t('columns.what'),
      isRowHeader: true,
      cell: (next) => (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 [overflow-wrap:anywhere]">
          {next.kind === 'missedCall' ? null : <bdi>{next.topic}</bdi>}
          {next.kind === 'act' ? null : (
            <Badge tone={next.kind === 'complaint' ? 'danger' : 'warning'}>{t(`kinds.${next.kind}`)}</Badge>
          )}
          {next.lead && next.lead.acceptedAt === null ? (
            <Badge tone="accent">{t('leadWaiting')}</Badge>
          ) : null}
          <ShownTo next={next} />
          {next.postponedCount > 0 ? <Badge>{t('postponed', { count: next.postponedCount })}</Badge> : null}
        </span>
      ),
    },
    ...(isList ? workColumns : shown).map((key) => ({
      key,
      header: t(`columns.${key}`),
      cell: about[key],
      isUnusual: !usualColumns.includes(key),
    })),
    {
      key: 'actions',
      header: t('columns.actions'),
      isHeaderHidden: true,
      align: 'end',
      cell: (next) => <NextReactionActions next={next} />,
    },
  ];
  return (
    <ListTable
      list={isList ? 'work' : null}
      isBeside={isBeside}
      caption={t('caption.next')}
      columns={columns}
      rows={rows}
      rowKey={(next) => next.id}
      rowDetail={(next) => (next.id === opened ? <NextReactionDetails next={next} /> : null)}
      empty={
        isFiltered ? (
          <EmptyState title={t('empty.filtered')} text={t('empty.filteredText')} />
        ) : (
          <EmptyState title={t('empty.next')} text={t('empty.nextText')} />
        )
      }
      footer={<Pager firstHref={firstHref} nextHref={nextHref} />}
      busy={busy}
    />
  );
}
