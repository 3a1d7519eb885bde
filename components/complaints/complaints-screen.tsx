'use client';

import { useTranslations } from 'use-intl';
import { CsvButton } from '@/components/exports/csv-button';
import { useDepartmentName } from '@/components/reactions/department-name';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { DateTimeField } from '@/components/ui/date-time-field';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import { useListAddress } from '@/components/ui/use-list-address';
import {
  type ComplaintState,
  type ComplaintStretch,
  complaintStretches,
  type OpenComplaintState,
} from '@/lib/domain/complaints/complaint';
import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import type { Page } from '@/lib/domain/paging';
import type { DepartmentName } from '@/lib/domain/reactions/reaction-views';
import { ComplaintsBoard } from './complaints-board';
import { ComplaintsTable } from './complaints-table';

type Counts = Record<OpenComplaintState, number>;
export type ComplaintFilters = {
  scope: 'mine' | 'all';
  departmentId: string;
  isLate: boolean;
  /** Of a list: the days on which they were made (`YYYY-MM-DD`), and of whose clients they are. */
  from?: string;
  until?: string;
  counterpartyId?: string;
  productId?: string;
  /** Absent for one that is unknown, or not for the person to see. */
  clientName?: string;
  productName?: string;
  clients?: 'mine' | 'all';
};
type Shown =
  | { view: 'board'; columns: Record<ComplaintState, Page<ComplaintRowView>>; counts: Counts }
  | { view: 'list'; state: ComplaintStretch; page: Page<ComplaintRowView>; counts: Counts };
const allClients = { client: null, product: null, clients: null };

type Props = Shown & {
  filters: ComplaintFilters;
  /** Empty for whoever sees those of their own department alone. */
  departments: readonly DepartmentName[];
};

/** SA-3: the board of complaints by their state, or one state as a list; what is shown stands in the address. */
export function ComplaintsScreen(props: Props) {
  const t = useTranslations('complaints');
  const rounds = useTranslations('rounds');
  const address = useListAddress();
  const departmentName = useDepartmentName();
  const { counts, departments } = props;
  const { scope, departmentId, isLate, from, until, counterpartyId, productId, clients } = props.filters;
  const { clientName, productName } = props.filters;
  const isOfSomeClients = counterpartyId !== undefined || clients === 'mine';
  const chosen = props.view === 'board' ? 'board' : props.state;
  const countOf: Partial<Record<ComplaintStretch, number>> = {
    ...counts,
    owed: counts.received + counts.inWork,
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <CsvButton
            list="complaints"
            filters={{
              state: chosen === 'board' ? null : chosen,
              scope,
              departmentId,
              late: isLate ? 'true' : null,
              ...{ from, until, counterpartyId, productId, clients },
            }}
          />
        }
      />
      <FilterBar
        isFiltered={Boolean(
          scope === 'mine' || departmentId || isLate || from || until || isOfSomeClients || productId,
        )}
        onReset={() =>
          address.show({ scope: null, department: null, late: null, from: null, until: null, ...allClients })
        }
        first={
          <Segmented<ComplaintStretch | 'board'>
            label={t('viewLabel')}
            options={[
              { value: 'board', label: t('board') },
              ...complaintStretches.map((value) => ({
                value,
                label: value === 'owed' || value === 'all' ? t(value) : t(`states.${value}`),
                count: countOf[value],
              })),
            ]}
            value={chosen}
            onValueChange={(value) =>
              address.show(value === 'board' ? { state: null, ...allClients } : { state: value })
            }
          />
        }
      >
        <Segmented
          label={t('scopeFilter')}
          options={(['all', 'mine'] as const).map((value) => ({ value, label: t(`scopes.${value}`) }))}
          value={scope}
          onValueChange={(value) => address.show({ scope: value === 'all' ? null : value })}
        />
        {departments.length > 0 ? (
          <SelectField
            className="w-52"
            label={t('columns.department')}
            options={[
              { value: '', label: t('anyDepartment') },
              ...departments.map((one) => ({ value: one.id, label: departmentName(one) })),
            ]}
            value={departmentId}
            onValueChange={(department) => address.show({ department })}
          />
        ) : null}
        {props.view === 'list' ? (
          <>
            <DateTimeField
              precision="date"
              label={t('madeFrom')}
              value={from ?? ''}
              max={until}
              onValueChange={(value) => address.show({ from: value })}
            />
            <DateTimeField
              precision="date"
              label={t('madeUntil')}
              value={until ?? ''}
              min={from}
              onValueChange={(value) => address.show({ until: value })}
            />
          </>
        ) : null}
        {isOfSomeClients ? (
          <SelectField
            className="w-52"
            label={t('columns.client')}
            options={[
              { value: '', label: t('anyClient') },
              {
                value: 'some',
                label: counterpartyId === undefined ? t('someClients') : (clientName ?? t('oneClient')),
              },
            ]}
            value="some"
            onValueChange={() => address.show({ client: null, clients: null })}
          />
        ) : null}
        {productId === undefined ? null : (
          <SelectField
            className="w-52"
            label={rounds('trendsPage.product')}
            options={[
              { value: '', label: rounds('anyProduct') },
              { value: productId, label: productName ?? rounds('chosenProduct') },
            ]}
            value={productId}
            onValueChange={(product) => address.show({ product })}
          />
        )}
        <CheckboxField
          className="h-8 justify-center"
          label={t('onlyLate')}
          value={isLate}
          onValueChange={(late) => address.show({ late: late ? 'true' : null })}
        />
      </FilterBar>
      {props.view === 'board' ? (
        <ComplaintsBoard
          columns={props.columns}
          counts={counts}
          stateHref={(state) => address.hrefWith({ state })}
        />
      ) : (
        <ComplaintsTable
          rows={props.page.rows}
          firstHref={address.firstHref}
          nextHref={props.page.next && address.hrefWith({ after: props.page.next })}
          busy={address.isPending}
        />
      )}
    </>
  );
}
