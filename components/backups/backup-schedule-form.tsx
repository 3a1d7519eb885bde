'use client';

import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useSettingForm } from '@/components/settings/use-setting-form';
import { Form, FormActions } from '@/components/ui/form';
import { FormNumberField, FormSelect } from '@/components/ui/form-fields';
import { type BackupSchedule, backupRhythms, backupScheduleSchema } from '@/lib/domain/backups/schedule';

/** When the console makes backups by itself, and for how long it keeps them. */
export function BackupScheduleForm({ schedule, version }: { schedule: BackupSchedule; version: number }) {
  const t = useTranslations('backups');
  const common = useTranslations('common');
  const form = useSettingForm({
    schema: backupScheduleSchema,
    values: schedule,
    version,
    keptAs: 'backup schedule',
    path: '/backups/schedule',
    noun: 'backups',
    saved: t('scheduleSaved'),
  });
  return (
    <Form of={form}>
      <div className="grid grid-cols-1 gap-3 desk:grid-cols-2">
        <FormSelect
          name="rhythm"
          label={t('rhythm')}
          options={backupRhythms.map((value) => ({ value, label: t(`rhythms.${value}`) }))}
        />
        <Hour />
        <FormNumberField name="keptDays" label={t('keptDays')} hint={t('keptDaysHint')} min={1} max={366} />
        <FormNumberField name="keptWeeks" label={t('keptWeeks')} min={0} max={260} />
      </div>
      <p className="text-soft">{t('keptHint')}</p>
      <FormActions submitLabel={common('save')} busy={form.busy} />
    </Form>
  );
}

function Hour() {
  const t = useTranslations('backups');
  const rhythm = useWatch({ name: 'rhythm' }) as BackupSchedule['rhythm'];
  return (
    <FormNumberField
      name="hour"
      label={t('hour')}
      hint={t('hourHint')}
      min={0}
      max={23}
      disabled={rhythm !== 'daily'}
    />
  );
}
