'use client';

import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { DaysFilter } from '@/components/lists/days-filter';
import { sortByTime } from '@/components/lists/sort-by-time';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import { useListAddress } from '@/components/ui/use-list-address';
import type { Page, TimeOrder } from '@/lib/domain/paging';
import type { AppealView } from '@/lib/domain/reactions/reaction-views';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import { AppealTable } from './appeal-table';

type State = 'open' | 'closed' | 'all';

export type AppealFilters = {
  projectId: string;
  employeeId: string;
  /** Days as `YYYY-MM-DD`, the last one included; empty when not limited. */
  from: string;
  until: string;
};

type Props = {
  page: Page<AppealView>;
  state: State;
  order: TimeOrder;
  filters: AppealFilters;
  /** The same filters as the API takes them. */
  asked: Readonly<Record<string, string | number | undefined>>;
  choices: Pick<ReactionChoices, 'projects' | 'employees'>;
};

/** Appeals by state, project, author and days, newest first or oldest first. */
export function AppealsScreen({ page, state, order, filters, asked, choices }: Props) {
  const t = useTranslations('appeals');
  const work = useTranslations('reactions.filters');
  const { projectId, employeeId, from, until } = filters;
  const address = useListAddress();
  return (
    <>
      <PageHeader title={t('title')} actions={<CsvButton list="appeals" filters={{ ...asked, order }} />} />
      <FilterBar
        isFiltered={Object.values(filters).some(Boolean)}
        onReset={() => address.show({ project: null, employee: null, from: null, until: null })}
        first={
          <Segmented<State>
            label={t('state.label')}
            options={(['open', 'closed', 'all'] as const).map((value) => ({
              value,
              label: t(`state.${value}`),
            }))}
            value={state}
            onValueChange={(value) => address.show({ state: value === 'open' ? null : value })}
          />
        }
      >
        <DaysFilter from={from} until={until} show={address.show} />
        <SelectField
          className="w-40"
          label={work('project')}
          options={[
            { value: '', label: work('anyProject') },
            ...choices.projects.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={projectId}
          onValueChange={(project) => address.show({ project })}
        />
        <SelectField
          className="w-52"
          label={t('fields.createdBy')}
          options={[
            { value: '', label: work('anyEmployee') },
            ...choices.employees.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={employeeId}
          onValueChange={(employee) => address.show({ employee })}
        />
      </FilterBar>
      <Panel flush>
        <AppealTable
          rows={page.rows}
          firstHref={address.firstHref}
          nextHref={page.next && address.hrefWith({ after: page.next })}
          busy={address.isPending}
          sort={sortByTime('created', order, address.hrefWith)}
        />
      </Panel>
    </>
  );
}
