'use client';

import { useRouter } from 'next/navigation';
import { useTimeZone, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { FormPersonSelect, type PersonChoice } from '@/components/employees/person-select';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { FormSelect, FormTextField } from '@/components/ui/form-fields';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { roundTheClock } from '@/lib/domain/deadlines/business-hours';
import { type DepartmentView, departmentContracts } from '@/lib/domain/employees/departments.contract';
import { departmentKinds } from '@/lib/domain/employees/roles';
import { HoursField } from './hours-field';

type NamesProps = {
  /** Null for a new department. */
  department: DepartmentView | null;
  /** Those who may be its head: a new department has nobody yet. */
  heads: readonly PersonChoice[];
};

/** Name and head; a new department gets its kind and hours here instead of a head. */
export function DepartmentForm({ department, heads }: NamesProps) {
  const t = useTranslations();
  const officeTimeZone = useTimeZone() ?? 'Europe/Moscow';
  const router = useRouter();
  const form = useApiForm({
    schema: departmentContracts.create.body!,
    defaultValues: {
      kind: department?.kind ?? 'client',
      name: department?.name ?? '',
      nameEn: department?.nameEn ?? '',
      headId: department?.headId ?? null,
      hours: department?.hours ?? roundTheClock(officeTimeZone),
    },
    keptAs: department ? `department ${department.id}` : 'new department',
    send: ({ kind, hours, ...names }, options) =>
      department
        ? api.patch<{ id: string }>(`/departments/${department.id}`, names, options)
        : api.post<{ id: string }>('/departments', { ...names, kind, hours }, options),
    onDone: ({ id }) => {
      notify(department ? t('common.saved') : t('departments.created'));
      if (department) router.refresh();
      else router.push(`/settings/departments/${id}`);
    },
  });
  return (
    <Form of={form}>
      <div className="grid grid-cols-1 gap-3 desk:grid-cols-2">
        <FormTextField name="name" label={t('departments.name')} required />
        <FormTextField name="nameEn" label={t('departments.nameEn')} required lang="en" />
        {department ? null : (
          <FormSelect
            name="kind"
            label={t('departments.kind')}
            hint={t('departments.kindHint')}
            options={departmentKinds.map((kind) => ({ value: kind, label: t(`departments.kinds.${kind}`) }))}
          />
        )}
        {department ? (
          <FormPersonSelect
            name="headId"
            label={t('departments.head')}
            people={heads}
            emptyLabel={t('departments.nobody')}
          />
        ) : null}
      </div>
      {department ? null : <HoursField name="hours" />}
      <FormActions submitLabel={department ? t('common.save') : t('departments.add')} busy={form.busy} />
    </Form>
  );
}

/** The hours alone: what a head may change. Says how many promises they touch. */
export function DepartmentHoursForm({ department }: { department: DepartmentView }) {
  const t = useTranslations();
  const router = useRouter();
  const form = useApiForm({
    schema: departmentContracts.create.body!.pick({ hours: true }),
    defaultValues: { hours: department.hours },
    keptAs: `department hours ${department.id}`,
    send: (values, options) => api.patch(`/departments/${department.id}`, values, options),
    onDone: () => {
      notify(t('common.saved'));
      router.refresh();
    },
  });
  const isChanged = form.form.formState.isDirty;
  return (
    <Form of={form}>
      <HoursField name="hours" />
      {isChanged && department.openNextReactions > 0 ? (
        <InlineAlert tone="warning">
          {t('departments.openPromises', { count: department.openNextReactions })}
        </InlineAlert>
      ) : null}
      <FormActions submitLabel={t('common.save')} busy={form.busy} />
    </Form>
  );
}
