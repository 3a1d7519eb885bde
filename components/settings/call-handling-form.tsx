'use client';

import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { DescriptionList } from '@/components/ui/description-list';
import { Form, FormActions } from '@/components/ui/form';
import { FormCheckbox, FormNumberField, FormSelect } from '@/components/ui/form-fields';
import {
  type CallHandling,
  callHandlingSchema,
  ringOrders,
  ringSecondsRange,
} from '@/lib/domain/employees/call-handling';
import { type DepartmentChoice, OverflowFields } from './overflow-fields';
import { useSettingForm } from './use-setting-form';

type Props = {
  departmentId: string;
  version: number;
  handling: CallHandling;
  others: readonly DepartmentChoice[];
};

/** How the calls of a department ring and what its waiting callers hear. */
export function CallHandlingForm({ departmentId, version, handling, others }: Props) {
  const t = useTranslations();
  const form = useSettingForm({
    schema: callHandlingSchema,
    values: callHandlingSchema.parse(handling),
    version,
    keptAs: `call handling ${departmentId}`,
    path: `/departments/${departmentId}`,
    noun: 'department',
    nounId: departmentId,
    isPart: true,
    saved: t('common.saved'),
  });
  return (
    <Form of={form}>
      <div className="grid grid-cols-1 gap-3 desk:grid-cols-2">
        <FormSelect
          name="ringOrder"
          label={t('departments.ringOrder')}
          options={ringOrders.map((order) => ({ value: order, label: t(`departments.ringOrders.${order}`) }))}
        />
        <RingSeconds />
        <OverflowFields others={others} />
      </div>
      <FormCheckbox
        name="tellsPosition"
        label={t('departments.tellsPosition')}
        hint={t('departments.tellsPositionHint')}
      />
      <FormCheckbox
        name="takesMessages"
        label={t('departments.takesMessages')}
        hint={t('departments.takesMessagesHint')}
      />
      <FormActions submitLabel={t('common.save')} busy={form.busy} />
    </Form>
  );
}

function RingSeconds() {
  const t = useTranslations();
  const ringOrder = useWatch({ name: 'ringOrder' }) as CallHandling['ringOrder'];
  if (ringOrder === 'allAtOnce') return null;
  return (
    <FormNumberField
      name="ringSeconds"
      label={t('departments.ringSeconds')}
      hint={t('departments.ringSecondsHint')}
      unit={t('settings.times.seconds')}
      {...ringSecondsRange}
    />
  );
}

/** The same for those who do not set it. */
export function CallHandlingTable({ handling, others }: Pick<Props, 'handling' | 'others'>) {
  const t = useTranslations();
  const overflow = others.find(({ id }) => id === handling.overflowDepartmentId);
  const yesOrNo = (value: boolean) => t(value ? 'common.yes' : 'common.no');
  return (
    <DescriptionList
      entries={[
        { term: t('departments.ringOrder'), value: t(`departments.ringOrders.${handling.ringOrder}`) },
        ...(handling.ringOrder === 'allAtOnce'
          ? []
          : [
              {
                term: t('departments.ringSeconds'),
                value: `${handling.ringSeconds} ${t('settings.times.seconds')}`,
              },
            ]),
        {
          term: t('departments.overflow'),
          value: overflow
            ? t('departments.overflowAfter', { department: overflow.name, seconds: handling.overflowSeconds })
            : t('departments.noOverflow'),
        },
        { term: t('departments.tellsPosition'), value: yesOrNo(handling.tellsPosition) },
        { term: t('departments.takesMessages'), value: yesOrNo(handling.takesMessages) },
      ]}
    />
  );
}
