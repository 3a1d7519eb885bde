'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import type { Column } from '@/components/ui/table-column';
import { TextLink } from '@/components/ui/text-link';
import { useDurationWords } from '@/components/ui/use-duration-words';
import { useListAddress } from '@/components/ui/use-list-address';
import { callRoutes } from '@/lib/domain/calls/route';
import type { Page } from '@/lib/domain/paging';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import type { ReviewedReaction } from '@/lib/domain/reviews/reviews.contract';
import { ReviewActions } from './review-actions';
import { ReviewNote } from './review-note';

export type ReviewFilter = {
  state: 'unreviewed' | 'reviewed' | 'all';
  route: string;
  departmentId: string;
  employeeId: string;
  isLate: boolean;
};

type Props = {
  page: Page<ReviewedReaction>;
  filter: ReviewFilter;
  choices: ReactionChoices;
  /** A head reviews their own department and chooses no other. */
  mayChooseDepartment: boolean;
};

/** Every reaction from calls: route, responsible, due, done, lateness, and its review. */
export function ReviewsScreen({ page, filter, choices, mayChooseDepartment }: Props) {
  const t = useTranslations('reviews');
  const address = useListAddress();
  return (
    <>
      <PageHeader title={t('title')} />
      <ReviewFilters {...{ filter, choices, mayChooseDepartment }} show={address.show} />
      <Panel flush>
        <ReviewTable
          page={page}
          busy={address.isPending}
          firstHref={address.firstHref}
          nextHref={page.next && address.hrefWith({ after: page.next })}
        />
      </Panel>
    </>
  );
}

type FilterProps = Omit<Props, 'page'> & { show: (change: Record<string, string | null>) => void };

function ReviewFilters({ filter, choices, mayChooseDepartment, show }: FilterProps) {
  const t = useTranslations('reviews');
  const routes = useTranslations('reactions.routes');
  const departmentName = useDepartmentName();
  const isFiltered = Boolean(filter.route || filter.departmentId || filter.employeeId || filter.isLate);
  return (
    <FilterBar
      isFiltered={isFiltered}
      onReset={() => show({ route: null, departmentId: null, employeeId: null, late: null })}
    >
      <Segmented
        label={t('state.label')}
        options={(['unreviewed', 'reviewed', 'all'] as const).map((value) => ({
          value,
          label: t(`state.${value}`),
        }))}
        value={filter.state}
        onValueChange={(state) => show({ state: state === 'unreviewed' ? null : state })}
      />
      <SelectField
        label={t('route')}
        labelHidden
        className="w-52"
        options={[
          { value: '', label: t('anyRoute') },
          ...callRoutes.map((value) => ({ value, label: routes(value) })),
        ]}
        value={filter.route}
        onValueChange={(route) => show({ route })}
      />
      {mayChooseDepartment ? (
        <SelectField
          label={t('department')}
          labelHidden
          className="w-52"
          options={[
            { value: '', label: t('anyDepartment') },
            ...choices.departments.map((department) => ({
              value: department.id,
              label: departmentName(department),
            })),
          ]}
          value={filter.departmentId}
          onValueChange={(departmentId) => show({ departmentId })}
        />
      ) : null}
      <SelectField
        label={t('employee')}
        labelHidden
        className="w-52"
        options={[
          { value: '', label: t('anyEmployee') },
          ...choices.employees.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filter.employeeId}
        onValueChange={(employeeId) => show({ employeeId })}
      />
      <CheckboxField
        label={t('onlyLate')}
        className="h-8 justify-center"
        value={filter.isLate}
        onValueChange={(isLate) => show({ late: isLate ? 'true' : null })}
      />
    </FilterBar>
  );
}

type TableProps = {
  page: Page<ReviewedReaction>;
  busy: boolean;
  firstHref: string | null;
  nextHref: string | null;
};

function ReviewTable({ page, busy, firstHref, nextHref }: TableProps) {
  const t = useTranslations('reviews');
  const columns = useReviewColumns();
  return (
    <DataTable
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
      empty={<EmptyState title={t('empty')} />}
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
      cell: ({ reaction }) => (
        <>
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
        </>
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
