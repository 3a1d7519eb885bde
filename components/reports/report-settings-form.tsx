'use client';

import { useTranslations } from 'use-intl';
import { useSettingForm } from '@/components/settings/use-setting-form';
import { Form, FormActions } from '@/components/ui/form';
import { FormNumberField, FormSelect } from '@/components/ui/form-fields';
import {
  type ReportSettings,
  reportSettingsSchema,
  serviceLevelFormulas,
} from '@/lib/domain/reports/report-settings';

const settingsSchema = reportSettingsSchema.required();
type Props = { values: ReportSettings; version: number; isEditable: boolean };

/** By what the figures are reckoned, and what they are held against. */
export function ReportSettingsForm({ values, version, isEditable }: Props) {
  const t = useTranslations('reports.settings');
  const common = useTranslations('common');
  const form = useSettingForm({
    schema: settingsSchema,
    values: values,
    version,
    keptAs: 'report settings',
    path: '/reports/settings',
    noun: 'reports',
    saved: t('saved'),
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
