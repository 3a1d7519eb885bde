'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { useSettingForm } from '@/components/settings/use-setting-form';
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
export function EmployeeForm({ employee, ...choices }: Props) {
  return employee ? <KnownEmployee employee={employee} {...choices} /> : <NewEmployee {...choices} />;
}

type Choices = Omit<Props, 'employee'>;

function NewEmployee(choices: Choices) {
  const t = useTranslations();
  const router = useRouter();
  const form = useApiForm({
    schema: employeeFields,
    defaultValues: {
      ...{ surname: '', givenName: '', patronymic: '', presentsAs: '', email: '' },
      ...{ departmentId: choices.departments[0]?.id ?? '', roles: [], addedRoles: [] },
      ...{ phone: '', phoneKind: 'dialled' as const, substituteId: null },
    },
    keptAs: 'new employee',
    send: (values, options) => api.post<{ id: string }>('/employees', values, options),
    onDone: ({ id }) => {
      notify(t('employees.created'));
      router.push(`/settings/employees/${id}`);
    },
  });
  return (
    <Form of={form}>
      <EmployeeInputs {...choices} />
      <FormActions submitLabel={t('employees.add')} busy={form.busy} />
    </Form>
  );
}

function KnownEmployee({ employee, ...choices }: Choices & { employee: EmployeeView }) {
  const t = useTranslations();
  const { surname, givenName, presentsAs, email, departmentId, roles, phoneKind, substituteId } = employee;
  const form = useSettingForm({
    schema: employeeFields,
    values: {
      ...{ surname, givenName, patronymic: employee.patronymic ?? '', presentsAs, email },
      ...{ departmentId, roles, addedRoles: employee.addedRoles.map(({ id }) => id) },
      ...{ phone: employee.phone ?? '', phoneKind, substituteId },
    },
    version: employee.version,
    keptAs: `employee ${employee.id}`,
    path: `/employees/${employee.id}`,
    noun: 'employee',
    nounId: employee.id,
    isPart: true,
    saved: t('common.saved'),
  });
  return (
    <Form of={form}>
      <EmployeeInputs {...choices} employeeId={employee.id} />
      {form.error?.details.reason === 'lastAdministrator' ? (
        <p className="text-danger-ink">{t('employees.why.lastAdministrator')}</p>
      ) : null}
      <FormActions submitLabel={t('common.save')} busy={form.busy} />
    </Form>
  );
}

function EmployeeInputs({ departments, people, addedRoles, employeeId }: Choices & { employeeId?: string }) {
  const t = useTranslations();
  return (
    <>
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
          people={people.filter((person) => person.id !== employeeId)}
          emptyLabel={t('employees.nobody')}
        />
      </div>
      <RolesField name="roles" addedName="addedRoles" added={addedRoles} />
    </>
  );
}
