'use client';

import { useTranslations } from 'use-intl';
import { CardSearchField } from '@/components/counterparties/card-search-field';
import { CsvButton } from '@/components/exports/csv-button';
import { ListTable } from '@/components/lists/list-table';
import { useSumWords } from '@/components/purchases/use-sum-words';
import { Badge } from '@/components/ui/badge';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import type { Column } from '@/components/ui/table-column';
import { useListAddress } from '@/components/ui/use-list-address';
import {
  type AskedWait,
  askedWaits,
  type FolderState,
  folderStates,
} from '@/lib/domain/folders/folder-state';
import type { FolderRowView } from '@/lib/domain/folders/folder-views';
import type { Page } from '@/lib/domain/paging';
import { FolderStateBadge } from './folder-state-badge';
import { FolderWaits } from './folder-waits';

export type FolderFilters = { waitsFor: AskedWait | ''; isLate: boolean; employeeId: string; text: string };

type Props = {
  page: Page<FolderRowView>;
  state: FolderState | 'open' | 'all';
  scope: 'mine' | 'all';
  filters: FolderFilters;
  /** Whether other people's folders are shown at all. */
  seesAll: boolean;
  /** Whose folders may be chosen; empty for who sees their own alone. */
  employees: readonly { id: string; name: string }[];
};

/** «Входящие клиенты»: every folder with what it waits for and of whom. */
export function FoldersScreen({ page, state, scope, filters, seesAll, employees }: Props) {
  const t = useTranslations('folders');
  const address = useListAddress();
  const columns = useColumns();
  const { waitsFor, isLate, employeeId, text } = filters;
  return (
    <>
      <PageHeader
        title={t('board')}
        actions={
          <CsvButton
            list="folders"
            filters={{ state, scope, waitsFor, employeeId, text, late: isLate ? 'true' : null }}
          />
        }
      />
      <FilterBar
        isFiltered={scope === 'mine' || isLate || Boolean(waitsFor || employeeId || text)}
        onReset={() => address.show({ scope: null, waitsFor: null, late: null, employee: null, text: null })}
        first={
          <>
            <Segmented
              label={t('stateFilter')}
              options={(['open', ...folderStates, 'all'] as const).map((value) => ({
                value,
                label: value === 'open' || value === 'all' ? t(value) : t(`states.${value}`),
              }))}
              value={state}
              onValueChange={(value) => address.show({ state: value === 'open' ? null : value })}
            />
            <CardSearchField isOneOfMany query={text} onSearch={(asked) => address.show({ text: asked })} />
          </>
        }
      >
        {seesAll ? (
          <Segmented
            label={t('scopeFilter')}
            options={(['all', 'mine'] as const).map((value) => ({ value, label: t(`scopes.${value}`) }))}
            value={scope}
            onValueChange={(value) => address.show({ scope: value === 'all' ? null : value })}
          />
        ) : null}
        <SelectField<AskedWait | ''>
          className="w-56"
          label={t('waitFilter')}
          options={[
            { value: '', label: t('anyWait') },
            ...askedWaits.map((value) => ({ value, label: t(`waits.${value}`) })),
          ]}
          value={waitsFor}
          onValueChange={(value) => address.show({ waitsFor: value })}
        />
        {employees.length > 0 ? (
          <SelectField
            className="w-52"
            label={t('employeeFilter')}
            options={[
              { value: '', label: t('anyEmployee') },
              ...employees.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={employeeId}
            onValueChange={(employee) => address.show({ employee })}
          />
        ) : null}
        <CheckboxField
          className="h-8 justify-center"
          label={t('onlyLate')}
          value={isLate}
          onValueChange={(late) => address.show({ late: late ? 'true' : null })}
        />
      </FilterBar>
      <Panel flush>
        <ListTable
          list="folders"
          caption={t('board')}
          columns={columns}
          rows={page.rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/folders/${id}`}
          rowTone={({ isDeliveryOverdue }) => (isDeliveryOverdue ? 'danger' : 'plain')}
          empty={<EmptyState title={t('empty.title')} text={t('empty.text')} />}
          footer={
            <Pager
              firstHref={address.firstHref}
              nextHref={page.next && address.hrefWith({ after: page.next })}
            />
          }
          busy={address.isPending}
        />
      </Panel>
    </>
  );
}

function useColumns(): Column<FolderRowView>[] {
  const t = useTranslations('folders');
  const words = useSumWords();
  return [
    { key: 'number', header: t('columns.number'), cell: ({ number }) => number, width: 'w-16' },
    {
      key: 'counterparty',
      header: t('columns.counterparty'),
      isRowHeader: true,
      cell: ({ counterparty }) => (
        <span className="[overflow-wrap:anywhere]">{counterparty.name || '—'}</span>
      ),
    },
    { key: 'products', header: t('columns.products'), cell: ({ products }) => products.join(', ') },
    { key: 'state', header: t('columns.state'), cell: ({ state }) => <FolderStateBadge state={state} /> },
    {
      key: 'progress',
      header: t('columns.progress'),
      cell: ({ signedCount, requiredCount }) => (
        <span className="whitespace-nowrap tabular-nums">
          {t('progress', { signed: signedCount, required: requiredCount })}
        </span>
      ),
    },
    {
      key: 'delivery',
      header: t('columns.delivery'),
      cell: ({ deliveryOn, isDeliveryOverdue }) =>
        deliveryOn === null ? (
          '—'
        ) : (
          <span className="flex flex-wrap items-center gap-1">
            <span className="whitespace-nowrap tabular-nums">{words.day(deliveryOn)}</span>
            {isDeliveryOverdue ? <Badge tone="danger">{t('overdue')}</Badge> : null}
          </span>
        ),
    },
    { key: 'waits', header: t('columns.waits'), cell: ({ waitsFor }) => <FolderWaits waits={waitsFor} /> },
    {
      key: 'salesManager',
      header: t('columns.salesManager'),
      cell: ({ salesManager }) => salesManager?.name ?? '—',
    },
  ];
}
