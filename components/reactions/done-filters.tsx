'use client';

import { useTranslations } from 'use-intl';
import { DaysFilter } from '@/components/lists/days-filter';
import { FilterBar } from '@/components/ui/filter-bar';
import { SelectField } from '@/components/ui/select-field';
import { reactionTypes } from '@/lib/domain/reactions/reaction';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import { useDepartmentName } from './department-name';

export type DoneFilter = {
  type: string;
  departmentId: string;
  employeeId: string;
  /** Days as `YYYY-MM-DD`, the last one included; empty when not limited. */
  from: string;
  until: string;
};

type Props = {
  filter: DoneFilter;
  scope: 'mine' | 'department' | 'all';
  choices: ReactionChoices;
  show: (change: Record<string, string | null>) => void;
};

/** By what the reactions that happened are narrowed: type, department, person, days. */
export function DoneFilters({ filter, scope, choices, show }: Props) {
  const t = useTranslations('reactions');
  const departmentName = useDepartmentName();
  const { type, departmentId, employeeId, from, until } = filter;
  const employees = choices.employees.filter(
    (employee) => departmentId === '' || employee.departmentId === departmentId,
  );
  return (
    <FilterBar
      isFiltered={Object.values(filter).some(Boolean)}
      onReset={() => show({ type: null, department: null, person: null, from: null, until: null })}
    >
      <DaysFilter from={from} until={until} show={show} />
      <SelectField
        className="w-52"
        label={t('filters.kind')}
        options={[
          { value: '', label: t('filters.anyKind') },
          ...reactionTypes.map((value) => ({ value, label: t(`types.${value}`) })),
        ]}
        value={type}
        onValueChange={(value) => show({ type: value })}
      />
      {scope === 'all' ? (
        <SelectField
          className="w-48"
          label={t('filters.department')}
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
          className="w-48"
          label={t('filters.author')}
          options={[
            { value: '', label: t('filters.anyEmployee') },
            ...employees.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={employeeId}
          onValueChange={(person) => show({ person })}
        />
      )}
    </FilterBar>
  );
}
