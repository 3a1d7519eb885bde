'use client';

import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { ButtonLink } from '@/components/ui/button-link';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import { useListAddress } from '@/components/ui/use-list-address';
import type { Page } from '@/lib/domain/paging';
import { type ScoreCardState, scoreCardStates } from '@/lib/domain/score-cards/score-card';
import type { ScoreCardRow } from '@/lib/domain/score-cards/score-card-views';
import { CardsTable } from './cards-table';

type Props = {
  page: Page<ScoreCardRow> & { objectedCount: number };
  state: ScoreCardState | 'all';
  employeeId: string | 'any';
  employees: readonly { id: string; name: string }[];
};

/** Score cards for those who review them; what is shown stands in the address. */
export function CardsScreen({ page, state, employeeId, employees }: Props) {
  const t = useTranslations('scoreCards');
  const address = useListAddress();
  return (
    <>
      <PageHeader
        title={t('list')}
        actions={
          <>
            <CsvButton
              list="score-cards"
              filters={{ state, employeeId: employeeId === 'any' ? null : employeeId }}
            />
            <ButtonLink href="/score-cards/mine">{t('mine')}</ButtonLink>
          </>
        }
      />
      <FilterBar
        isFiltered={employeeId !== 'any'}
        onReset={() => address.show({ employee: null })}
        first={
          <Segmented
            label={t('stateFilter')}
            options={(['all', ...scoreCardStates] as const).map((value) => ({
              value,
              label: value === 'all' ? t('all') : t(`states.${value}`),
              count: value === 'objected' && page.objectedCount > 0 ? page.objectedCount : undefined,
            }))}
            value={state}
            onValueChange={(value) => address.show({ state: value === 'all' ? null : value })}
          />
        }
      >
        <SelectField<string>
          className="w-52"
          label={t('columns.employee')}
          options={[
            { value: 'any', label: t('anyEmployee') },
            ...employees.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={employeeId}
          onValueChange={(value) => address.show({ employee: value === 'any' ? null : value })}
        />
      </FilterBar>
      <Panel flush>
        <CardsTable
          isOwn={false}
          rows={page.rows}
          firstHref={address.firstHref}
          nextHref={page.next && address.hrefWith({ after: page.next })}
          busy={address.isPending}
        />
      </Panel>
    </>
  );
}
