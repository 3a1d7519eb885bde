'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { FormPasswordField, FormTextField } from '@/components/ui/form-fields';
import { notify } from '@/components/ui/notify';
import { SelectField } from '@/components/ui/select-field';
import { useChange } from '@/components/use-change';
import type { EmployeeView } from '@/lib/domain/employees/employees.contract';
import { meContracts } from '@/lib/domain/employees/me.contract';
import { shortestPassword } from '@/lib/domain/employees/password-rules';
import { reminderChoices } from '@/lib/domain/employees/reminder';
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
    waiting: () => ({ about: t('settings.nav.own'), href: '/settings' }),
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

const never = 'never';

/** How long before a next reaction is due one is told of it, or not at all. */
export function OwnReminderForm({ reminderMinutes }: { reminderMinutes: number | null }) {
  const t = useTranslations('settings.reminders');
  const router = useRouter();
  const save = useChange(
    (minutes: number | null, options) => api.patch('/me', { reminderMinutes: minutes }, options),
    {
      onDone: () => {
        notify(t('saved'));
        router.refresh();
      },
    },
  );
  const choices = [...new Set([...reminderChoices, ...(reminderMinutes === null ? [] : [reminderMinutes])])];
  return (
    <SelectField
      className="max-w-md"
      label={t('label')}
      hint={t('hint')}
      disabled={save.busy}
      options={[
        ...choices
          .toSorted((one, other) => one - other)
          .map((minutes) => ({ value: String(minutes), label: t('before', { minutes }) })),
        { value: never, label: t('never') },
      ]}
      value={reminderMinutes === null ? never : String(reminderMinutes)}
      onValueChange={(value) => void save.run(value === never ? null : Number(value))}
      error={save.error ? t('failed') : undefined}
    />
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
