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
import {
  type DepartmentView,
  departmentContracts,
  departmentFieldsSchema,
} from '@/lib/domain/employees/departments.contract';
import { departmentKinds } from '@/lib/domain/employees/roles';
import { HoursField } from './hours-field';
import { useSettingForm } from './use-setting-form';

const namesSchema = departmentFieldsSchema.pick({ name: true, nameEn: true, headId: true });
const hoursSchema = departmentFieldsSchema.pick({ hours: true });

/** What a department is begun with; its head is named once they belong to it. */
export function NewDepartmentForm() {
  const t = useTranslations('departments');
  const officeTimeZone = useTimeZone()!;
  const router = useRouter();
  const form = useApiForm({
    schema: departmentContracts.create.body!,
    defaultValues: {
      kind: 'client',
      name: '',
      nameEn: '',
      headId: null,
      hours: roundTheClock(officeTimeZone),
    },
    keptAs: 'new department',
    send: (values, options) => api.post<{ id: string }>('/departments', values, options),
    onDone: ({ id }) => {
      notify(t('created'));
      router.push(`/settings/departments/${id}`);
    },
  });
  return (
    <Form of={form}>
      <div className="grid grid-cols-1 gap-3 desk:grid-cols-2">
        <NameFields />
        <FormSelect
          name="kind"
          label={t('kind')}
          hint={t('kindHint')}
          options={departmentKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
      </div>
      <HoursField name="hours" />
      <FormActions submitLabel={t('add')} busy={form.busy} />
    </Form>
  );
}

function NameFields() {
  const t = useTranslations('departments');
  return (
    <>
      <FormTextField name="name" label={t('name')} required />
      <FormTextField name="nameEn" label={t('nameEn')} required lang="en" />
    </>
  );
}

type NamesProps = {
  department: DepartmentView;
  /** Those who may be its head. */
  heads: readonly PersonChoice[];
};

/** Name and head. */
export function DepartmentForm({ department, heads }: NamesProps) {
  const t = useTranslations();
  const { name, nameEn, headId, version } = department;
  const form = useSettingForm({
    schema: namesSchema,
    values: { name, nameEn, headId },
    version,
    keptAs: `department ${department.id}`,
    path: `/departments/${department.id}`,
    noun: 'department',
    nounId: department.id,
    isPart: true,
    saved: t('common.saved'),
  });
  return (
    <Form of={form}>
      <div className="grid grid-cols-1 gap-3 desk:grid-cols-2">
        <NameFields />
        <FormPersonSelect
          name="headId"
          label={t('departments.head')}
          people={heads}
          emptyLabel={t('departments.nobody')}
        />
      </div>
      <FormActions submitLabel={t('common.save')} busy={form.busy} />
    </Form>
  );
}

/** The hours alone: what a head may change. Says how many promises they touch. */
export function DepartmentHoursForm({ department }: { department: DepartmentView }) {
  const t = useTranslations();
  const form = useSettingForm({
    schema: hoursSchema,
    values: { hours: department.hours },
    version: department.version,
    keptAs: `department hours ${department.id}`,
    path: `/departments/${department.id}`,
    noun: 'department',
    nounId: department.id,
    isPart: true,
    saved: t('common.saved'),
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
