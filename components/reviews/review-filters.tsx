'use client';

import { useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { FilterBar } from '@/components/ui/filter-bar';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import { callRoutes } from '@/lib/domain/calls/route';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';

export type ReviewFilter = {
  state: 'unreviewed' | 'reviewed' | 'all';
  route: string;
  departmentId: string;
  employeeId: string;
  isLate: boolean;
  isToConfirm: boolean;
};

type Props = {
  filter: ReviewFilter;
  choices: ReactionChoices;
  /** A head reviews their own department and chooses no other. */
  mayChooseDepartment: boolean;
  show: (change: Record<string, string | null>) => void;
};

/** What of the reviews is shown: state, route, department, employee, lateness, prospects to confirm. */
export function ReviewFilters({ filter, choices, mayChooseDepartment, show }: Props) {
  const t = useTranslations('reviews');
  const routes = useTranslations('reactions.routes');
  const departmentName = useDepartmentName();
  const { route, departmentId, employeeId, isLate, isToConfirm } = filter;
  const isFiltered = Boolean(route || departmentId || employeeId || isLate || isToConfirm);
  return (
    <FilterBar
      isFiltered={isFiltered}
      onReset={() => show({ route: null, departmentId: null, employeeId: null, late: null, toConfirm: null })}
      first={
        <Segmented
          label={t('state.label')}
          options={(['unreviewed', 'reviewed', 'all'] as const).map((value) => ({
            value,
            label: t(`state.${value}`),
          }))}
          value={filter.state}
          onValueChange={(state) => show({ state: state === 'unreviewed' ? null : state })}
        />
      }
    >
      <SelectField
        label={t('route')}
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
      <CheckboxField
        label={t('onlyToConfirm')}
        className="h-8 justify-center"
        value={filter.isToConfirm}
        onValueChange={(isToConfirm) => show({ toConfirm: isToConfirm ? 'true' : null })}
      />
    </FilterBar>
  );
}
