'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { ListTable } from '@/components/lists/list-table';
import { useDepartmentName } from '@/components/reactions/department-name';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import { useDurationWords } from '@/components/ui/use-duration-words';
import type { Page } from '@/lib/domain/paging';
import type { ReviewedReaction } from '@/lib/domain/reviews/reviews.contract';
import { ReviewActions } from './review-actions';
import { ReviewNote } from './review-note';

type Props = {
  page: Page<ReviewedReaction>;
  busy: boolean;
  firstHref: string | null;
  nextHref: string | null;
};

/** Reactions from calls, each with what became of its promises and with its review. */
export function ReviewTable({ page, busy, firstHref, nextHref }: Props) {
  const t = useTranslations('reviews');
  const columns = useReviewColumns();
  return (
    <ListTable
      list="reviews"
      caption={t('caption')}
      columns={columns}
      rows={page.rows}
      rowKey={({ reaction }) => reaction.id}
      rowDetail={(row) => (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <ReviewNote review={row.review} />
          <ReviewActions reviewed={row} />
        </div>
      )}
      empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
      footer={<Pager firstHref={firstHref} nextHref={nextHref} />}
      busy={busy}
    />
  );
}

function useReviewColumns(): Column<ReviewedReaction>[] {
  const t = useTranslations('reviews');
  const reactions = useTranslations('reactions');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const durationWords = useDurationWords();
  const eachPromise = (
    { promises }: ReviewedReaction,
    say: (promise: ReviewedReaction['promises'][number]) => string,
  ) =>
    promises.length === 0
      ? '—'
      : promises.map((promise) => (
          <span key={promise.id} className="block whitespace-nowrap">
            {say(promise)}
          </span>
        ));
  return [
    {
      key: 'when',
      header: t('columns.when'),
      cell: ({ reaction }) => (
        <span className="whitespace-nowrap tabular-nums">
          {format.dateTime(reaction.happenedAt, 'dateTime')}
        </span>
      ),
    },
    {
      key: 'reaction',
      header: t('columns.reaction'),
      isRowHeader: true,
      width: 'min-w-44',
      cell: ({ reaction }) => (
        <span className="block leading-6">
          <TextLink href={`/appeals/${reaction.appeal.id}`}>{reaction.topic}</TextLink>
          <span className="block font-normal text-soft">
            {reaction.counterparty.name}
            {reaction.callId ? (
              <>
                {' · '}
                <TextLink href={`/calls/${reaction.callId}`}>{t('call')}</TextLink>
              </>
            ) : null}
          </span>
        </span>
      ),
    },
    {
      key: 'route',
      header: t('columns.route'),
      cell: ({ reaction }) => (reaction.route ? reactions(`routes.${reaction.route}`) : '—'),
    },
    { key: 'made', header: t('columns.made'), cell: ({ reaction }) => reaction.employee.name },
    {
      key: 'responsible',
      header: t('columns.responsible'),
      cell: (row) =>
        eachPromise(row, ({ employee, department }) => employee?.name ?? departmentName(department)),
    },
    {
      key: 'due',
      header: t('columns.due'),
      cell: (row) => eachPromise(row, ({ dueAt }) => format.dateTime(dueAt, 'dateTime')),
    },
    {
      key: 'done',
      header: t('columns.done'),
      cell: (row) =>
        eachPromise(row, ({ doneAt }) => (doneAt === null ? t('open') : format.dateTime(doneAt, 'dateTime'))),
    },
    {
      key: 'late',
      header: t('columns.late'),
      cell: (row) =>
        eachPromise(row, ({ lateMs, doneAt }) =>
          lateMs > 0 ? `+${durationWords(lateMs)}` : doneAt === null ? '—' : t('inTime'),
        ),
    },
  ];
}
