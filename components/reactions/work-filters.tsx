'use client';

import { useTranslations } from 'use-intl';
import { CardSearchField } from '@/components/counterparties/card-search-field';
import { FilterBar } from '@/components/ui/filter-bar';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import { nextReactionKinds } from '@/lib/domain/reactions/reaction';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import { type NextReactionGroup, workOrders } from '@/lib/domain/reactions/work-choices';
import { countText } from './count-text';
import { useDepartmentName } from './department-name';
import type { WorkAddress } from './work-address';

type Props = {
  address: WorkAddress;
  /** Of a list, which also has an order; a board and a calendar have their own. */
  counts: Record<NextReactionGroup, number> | null;
  choices: ReactionChoices;
  show: (change: Record<string, string | null>) => void;
};

/** By what the work is narrowed: due state, department, person, project, kind, counterparty; how it is sorted. */
export function WorkFilters({ address, counts, choices, show }: Props) {
  const t = useTranslations('reactions');
  const departmentName = useDepartmentName();
  const { filter, group, order } = address;
  const { scope, departmentId = '', employeeId = '', projectId = '', kind = '', text = '' } = filter;
  const ofScope = choices.employees.filter(
    (employee) => departmentId === '' || employee.departmentId === departmentId,
  );
  return (
    <FilterBar
      isFiltered={Boolean(departmentId || employeeId || projectId || kind || text)}
      onReset={() => show({ department: null, person: null, project: null, kind: null, text: null })}
      first={
        <>
          {counts ? (
            <Segmented
              label={t('group.label')}
              options={[
                { value: 'any', label: t('group.any') },
                ...(['overdue', 'today', 'later'] as const).map((value) => ({
                  value,
                  label: t(`group.${value}`),
                  count: countText(counts[value]),
                })),
              ]}
              value={group}
              onValueChange={(value) => show({ group: value === 'any' ? null : value })}
            />
          ) : null}
          <CardSearchField
            key={text === '' ? 'empty' : 'asked'}
            isOneOfMany
            query={text}
            onSearch={(asked) => show({ text: asked })}
          />
        </>
      }
    >
      {scope === 'all' ? (
        <SelectField
          label={t('filters.department')}
          className="w-48"
          options={[
            { value: '', label: t('filters.anyDepartment') },
            ...choices.departments.map((one) => ({ value: one.id, label: departmentName(one) })),
          ]}
          value={departmentId}
          onValueChange={(department) => show({ department, person: null })}
        />
      ) : null}
      {scope === 'mine' ? null : (
        <SelectField
          label={t('filters.employee')}
          className="w-48"
          options={[
            { value: '', label: t('filters.anyEmployee') },
            { value: 'nobody', label: t('filters.nobody') },
            ...ofScope.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={employeeId}
          onValueChange={(person) => show({ person })}
        />
      )}
      <SelectField
        label={t('filters.project')}
        className="w-40"
        options={[
          { value: '', label: t('filters.anyProject') },
          ...choices.projects.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={projectId}
        onValueChange={(project) => show({ project })}
      />
      <SelectField
        label={t('filters.kind')}
        className="w-48"
        options={[
          { value: '', label: t('filters.anyKind') },
          ...nextReactionKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
        ]}
        value={kind}
        onValueChange={(value) => show({ kind: value })}
      />
      {counts ? (
        <SelectField
          label={t('filters.order')}
          className="w-44"
          options={workOrders.map((value) => ({ value, label: t(`orders.${value}`) }))}
          value={order}
          onValueChange={(value) => show({ order: value === 'soonest' ? null : value })}
        />
      ) : null}
    </FilterBar>
  );
}
