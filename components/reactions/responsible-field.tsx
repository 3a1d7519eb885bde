'use client';

import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ComboboxField } from '@/components/ui/combobox-field';
import type { FieldProps } from '@/components/ui/field';
import { normaliseName } from '@/lib/domain/counterparties/name';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';
import { useDepartmentName } from './department-name';
import type { ResponsibleChoice } from './reaction-draft';

type Option = { key: string; label: string; detail: string; choice: ResponsibleChoice };

type Props = FieldProps & {
  choices: ReactionChoices | null;
  value: ResponsibleChoice | null;
  onValueChange: (value: ResponsibleChoice | null) => void;
};

/** Who must act next: a department, a person, the head of a department, or the general director; of those who may be chosen. */
export function ResponsibleField({ choices, value, onValueChange, ...field }: Props) {
  const t = useTranslations('reactions.responsible');
  const departmentName = useDepartmentName();
  const options = useMemo(
    () => optionsOf(choices, departmentName, (key, values) => t(key, values as never)),
    [choices, departmentName, t],
  );
  const search = useCallback(
    async (query: string) => {
      const words = normaliseName(query).split(' ').filter(Boolean);
      return options.filter(({ label, detail }) => {
        const text = normaliseName(`${label} ${detail}`);
        return words.every((word) => text.includes(word));
      });
    },
    [options],
  );
  const key = value && keyOf(value);
  return (
    <ComboboxField<Option>
      {...field}
      value={options.find((option) => option.key === key) ?? null}
      onValueChange={(option) => onValueChange(option?.choice ?? null)}
      search={search}
      itemKey={(option) => option.key}
      itemLabel={(option) => option.label}
      itemDetail={(option) => option.detail}
      minCharacters={0}
    />
  );
}

function optionsOf(
  choices: ReactionChoices | null,
  departmentName: (department: { name: string; nameEn: string }) => string,
  t: (key: 'departmentDetail' | 'head' | 'director', values?: object) => string,
): Option[] {
  if (!choices) return [];
  const { departments, employees, receivers } = choices;
  const option = (choice: ResponsibleChoice, label: string, detail: string): Option => ({
    key: keyOf(choice),
    label,
    detail,
    choice,
  });
  const offered = receivers && new Set(receivers.map(keyOf));
  const options = [
    ...departments.map((department) =>
      option(
        { kind: 'department', departmentKind: department.kind },
        departmentName(department),
        t('departmentDetail'),
      ),
    ),
    ...employees.map((employee) => {
      const department = departments.find(({ id }) => id === employee.departmentId);
      return option(
        { kind: 'employee', employeeId: employee.id },
        employee.name,
        department ? departmentName(department) : '',
      );
    }),
    ...departments
      .filter((department) => department.hasHead)
      .map((department) =>
        option(
          { kind: 'headOf', departmentKind: department.kind },
          t('head', { department: departmentName(department) }),
          '',
        ),
      ),
    option({ kind: 'generalDirector' }, t('director'), ''),
  ];
  return offered ? options.filter(({ key }) => offered.has(key)) : options;
}

function keyOf(choice: ResponsibleChoice): string {
  switch (choice.kind) {
    case 'employee':
      return `employee:${choice.employeeId}`;
    case 'generalDirector':
      return choice.kind;
    default:
      return `${choice.kind}:${choice.departmentKind}`;
  }
}
