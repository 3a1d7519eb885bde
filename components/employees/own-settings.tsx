'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { FormPasswordField, FormTextField } from '@/components/ui/form-fields';
import { notify } from '@/components/ui/notify';
import type { EmployeeView } from '@/lib/domain/employees/employees.contract';
import { meContracts } from '@/lib/domain/employees/me.contract';
import { shortestPassword } from '@/lib/domain/employees/password-rules';
import { FormPersonSelect, type PersonChoice } from './person-select';
import { PhoneKindSelect } from './phone-kind-select';

type IdentityProps = { employee: EmployeeView; people: readonly PersonChoice[] };

/** How one is presented to callers, rung and stood in for. */
export function OwnIdentityForm({ employee, people }: IdentityProps) {
  const t = useTranslations();
  const router = useRouter();
  const form = useApiForm({
    schema: meContracts.update.body!,
    defaultValues: {
      presentsAs: employee.presentsAs,
      phone: employee.phone ?? '',
      phoneKind: employee.phoneKind,
      substituteId: employee.substituteId,
    },
    keptAs: `own identity ${employee.id}`,
    send: (values, options) => api.patch('/me', values, options),
    onDone: () => {
      notify(t('common.saved'));
      router.refresh();
    },
  });
  return (
    <Form of={form} className="max-w-md">
      <FormTextField
        name="presentsAs"
        label={t('employees.presentsAs')}
        hint={t('employees.presentsAsHint')}
      />
      <PhoneKindSelect name="phoneKind" />
      <FormTextField name="phone" label={t('employees.phone')} hint={t('employees.phoneHint')} />
      <FormPersonSelect
        name="substituteId"
        label={t('employees.substitute')}
        hint={t('employees.substituteHint')}
        people={people.filter((person) => person.id !== employee.id)}
        emptyLabel={t('employees.nobody')}
      />
      <FormActions submitLabel={t('common.save')} busy={form.busy} />
    </Form>
  );
}

/** Asks for the old password; every other session ends. */
export function OwnPasswordForm({ email }: { email: string }) {
  const t = useTranslations('auth');
  const router = useRouter();
  const form = useApiForm({
    schema: meContracts.changePassword.body!,
    defaultValues: { currentPassword: '', newPassword: '' },
    send: (values, options) => api.post<{ endedSessions: number }>('/me/password', values, options),
    onDone: ({ endedSessions }) => {
      form.form.reset();
      notify(t('passwordChanged'), { detail: t('otherSessionsEnded', { count: endedSessions }) });
      router.refresh();
    },
  });
  return (
    <Form of={form} className="max-w-md">
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <FormPasswordField
        name="currentPassword"
        label={t('currentPassword')}
        autoComplete="current-password"
        required
      />
      <FormPasswordField
        name="newPassword"
        label={t('newPassword')}
        hint={t('passwordHint', { count: shortestPassword })}
        autoComplete="new-password"
        required
      />
      <FormActions submitLabel={t('changePassword')} busy={form.busy} />
    </Form>
  );
}
