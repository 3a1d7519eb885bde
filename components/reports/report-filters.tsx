'use client';

import { useLocale, useTranslations } from 'use-intl';
import { FilterBar } from '@/components/ui/filter-bar';
import { SelectField } from '@/components/ui/select-field';
import { localizedName } from '@/lib/domain/localized-name';
import type { DepartmentName } from '@/lib/domain/reactions/reaction-views';
import { comparisons } from '@/lib/domain/reports/period';
import { PeriodFilter } from './period-filter';
import type { ReportAddress } from './report-link';

export type ReportChoices = {
  /** Empty for who sees one department alone. */
  departments: readonly DepartmentName[];
  /** Empty for who sees their own figures alone. */
  employees: readonly { id: string; name: string; departmentId: string }[];
  lines: readonly { e164: string; name: string }[];
  projects: readonly { id: string; name: string }[];
};

type Props = {
  address: ReportAddress;
  choices: ReportChoices;
  show: (change: Record<string, string | null>) => void;
};

const any = 'any';
const unlessAny = (value: string) => (value === any ? null : value);

/** Of when, of whom and of what the report is. */
export function ReportFilters({ address, choices, show }: Props) {
  const t = useTranslations('reports');
  const locale = useLocale() as 'ru' | 'en';
  const { preset, period, departmentId, employeeId, line, projectId } = address;
  const { departments, lines, projects } = choices;
  const employees = choices.employees.filter(
    (employee) => !departmentId || employee.departmentId === departmentId,
  );
  return (
    <FilterBar
      isFiltered={[departmentId, employeeId, line, projectId].some(Boolean)}
      onReset={() => show({ department: null, employee: null, line: null, project: null })}
      first={<PeriodFilter preset={preset} period={period} usual="week" show={show} />}
    >
      <SelectField
        className="w-64"
        label={t('filters.compare')}
        options={comparisons.map((value) => ({ value, label: t(`compare.${value}`) }))}
        value={address.compare}
        onValueChange={(value) => show({ compare: value === 'before' ? null : value })}
      />
      {departments.length > 0 ? (
        <SelectField<string>
          className="w-52"
          label={t('filters.department')}
          options={[
            { value: any, label: t('filters.allDepartments') },
            ...departments.map((department) => ({
              value: department.id,
              label: localizedName(department, locale),
            })),
          ]}
          value={departmentId ?? any}
          onValueChange={(value) => show({ department: unlessAny(value), employee: null })}
        />
      ) : null}
      {choices.employees.length > 0 ? (
        <SelectField<string>
          className="w-52"
          label={t('filters.employee')}
          options={[
            { value: any, label: t('filters.allEmployees') },
            ...employees.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={employeeId ?? any}
          onValueChange={(value) => show({ employee: unlessAny(value) })}
        />
      ) : null}
      {lines.length > 1 ? (
        <SelectField<string>
          className="w-52"
          label={t('filters.line')}
          options={[
            { value: any, label: t('filters.allLines') },
            ...lines.map(({ e164, name }) => ({ value: e164, label: name })),
          ]}
          value={line ?? any}
          onValueChange={(value) => show({ line: unlessAny(value) })}
        />
      ) : null}
      {projects.length > 0 ? (
        <SelectField<string>
          className="w-52"
          label={t('filters.project')}
          options={[
            { value: any, label: t('filters.allProjects') },
            ...projects.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={projectId ?? any}
          onValueChange={(value) => show({ project: unlessAny(value) })}
        />
      ) : null}
    </FilterBar>
  );
}
