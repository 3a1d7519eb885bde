'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { FormNumberField, FormSelect } from '@/components/ui/form-fields';
import { notify } from '@/components/ui/notify';
import { type ReportSettings, serviceLevelFormulas } from '@/lib/domain/reports/report-settings';
import { reportSettingsContracts } from '@/lib/domain/reports/report-settings.contract';

/** By what the figures are reckoned, and what they are held against. */
export function ReportSettingsForm({ values, isEditable }: { values: ReportSettings; isEditable: boolean }) {
  const t = useTranslations('reports.settings');
  const common = useTranslations('common');
  const router = useRouter();
  const form = useApiForm({
    schema: reportSettingsContracts.updateSettings.body!,
    defaultValues: values,
    keptAs: 'report settings',
    send: (settings, options) => api.put('/reports/settings', settings, options),
    onDone: () => {
      notify(t('saved'));
      router.refresh();
    },
  });
  const disabled = !isEditable;
  const seconds = { unit: t('seconds'), min: 1, max: 3600, disabled };
  const percent = { unit: t('percent'), min: 1, max: 100, disabled };
  return (
    <Form of={form}>
      <FormSelect
        name="serviceLevelFormula"
        label={t('serviceLevelFormula')}
        options={serviceLevelFormulas.map((value) => ({ value, label: t(`serviceLevelFormulas.${value}`) }))}
        disabled={disabled}
      />
      <div className="grid grid-cols-1 gap-3 desk:grid-cols-2">
        <FormNumberField name="answerSeconds" label={t('answerSeconds')} {...seconds} />
        <FormNumberField name="shortSeconds" label={t('shortSeconds')} {...seconds} />
        <FormNumberField
          name="callBackMinutes"
          label={t('callBackMinutes')}
          unit={t('minutes')}
          min={1}
          max={1440}
          disabled={disabled}
        />
        <FormNumberField
          name="repeatDays"
          label={t('repeatDays')}
          unit={t('days')}
          min={1}
          max={90}
          disabled={disabled}
        />
      </div>
      <h3 className="pt-2 font-semibold">{t('targets')}</h3>
      <div className="grid grid-cols-1 gap-3 desk:grid-cols-2">
        <FormNumberField name="serviceLevelTarget" label={t('serviceLevelTarget')} {...percent} />
        <FormNumberField name="abandonmentTarget" label={t('abandonmentTarget')} {...percent} />
        <FormNumberField name="leadTarget" label={t('leadTarget')} {...percent} />
        <FormNumberField name="longestWaitSeconds" label={t('longestWaitSeconds')} {...seconds} />
      </div>
      {isEditable ? <FormActions submitLabel={common('save')} busy={form.busy} /> : null}
    </Form>
  );
}
