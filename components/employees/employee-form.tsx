'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { FormSelect, FormTextField } from '@/components/ui/form-fields';
import { notify } from '@/components/ui/notify';
import { type EmployeeView, employeeFields } from '@/lib/domain/employees/employees.contract';
import { FormPersonSelect, type PersonChoice } from './person-select';
import { PhoneKindSelect } from './phone-kind-select';
import { type RoleChoice, RolesField } from './roles-field';

type Props = {
  /** Null for a new person. */
  employee: EmployeeView | null;
  departments: readonly { id: string; name: string }[];
  people: readonly PersonChoice[];
  /** Roles that an administrator added. */
  addedRoles: readonly RoleChoice[];
};

/** A person's names, address, department, roles, phone and substitute. */
export function EmployeeForm({ employee, departments, people, addedRoles }: Props) {
  const t = useTranslations();
  const router = useRouter();
  const form = useApiForm({
    schema: employeeFields,
    defaultValues: {
      surname: employee?.surname ?? '',
      givenName: employee?.givenName ?? '',
      patronymic: employee?.patronymic ?? '',
      presentsAs: employee?.presentsAs ?? '',
      email: employee?.email ?? '',
      departmentId: employee?.departmentId ?? departments[0]?.id ?? '',
      roles: employee?.roles ?? [],
      addedRoles: employee?.addedRoles.map(({ id }) => id) ?? [],
      phone: employee?.phone ?? '',
      phoneKind: employee?.phoneKind ?? 'dialled',
      substituteId: employee?.substituteId ?? null,
    },
    keptAs: employee ? `employee ${employee.id}` : 'new employee',
    send: (values, options) =>
      employee
        ? api.patch<{ id: string }>(`/employees/${employee.id}`, values, options)
        : api.post<{ id: string }>('/employees', values, options),
    onDone: ({ id }) => {
      notify(employee ? t('common.saved') : t('employees.created'));
      if (employee) router.refresh();
      else router.push(`/settings/employees/${id}`);
    },
  });
  return (
    <Form of={form}>
      <div className="grid grid-cols-1 gap-3 desk:grid-cols-3">
        <FormTextField name="surname" label={t('employees.surname')} required autoComplete="off" />
        <FormTextField name="givenName" label={t('employees.givenName')} required autoComplete="off" />
        <FormTextField name="patronymic" label={t('employees.patronymic')} autoComplete="off" />
        <FormTextField
          name="presentsAs"
          label={t('employees.presentsAs')}
          hint={t('employees.presentsAsHint')}
          autoComplete="off"
        />
        <FormTextField
          name="email"
          type="email"
          label={t('employees.email')}
          hint={t('employees.emailHint')}
          required
          autoComplete="off"
        />
        <PhoneKindSelect name="phoneKind" />
        <FormTextField
          name="phone"
          label={t('employees.phone')}
          hint={t('employees.phoneHint')}
          autoComplete="off"
        />
        <FormSelect
          name="departmentId"
          label={t('employees.department')}
          required
          options={departments.map((department) => ({ value: department.id, label: department.name }))}
        />
        <FormPersonSelect
          name="substituteId"
          label={t('employees.substitute')}
          hint={t('employees.substituteHint')}
          people={people.filter((person) => person.id !== employee?.id)}
          emptyLabel={t('employees.nobody')}
        />
      </div>
      <RolesField name="roles" addedName="addedRoles" added={addedRoles} />
      {form.error?.details.reason === 'lastAdministrator' ? (
        <p className="text-danger-ink">{t('employees.why.lastAdministrator')}</p>
      ) : null}
      <FormActions submitLabel={employee ? t('common.save') : t('employees.add')} busy={form.busy} />
    </Form>
  );
}
