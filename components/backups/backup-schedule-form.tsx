'use client';

import { useRouter } from 'next/navigation';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { FormNumberField, FormSelect } from '@/components/ui/form-fields';
import { notify } from '@/components/ui/notify';
import { backupContracts } from '@/lib/domain/backups/backups.contract';
import { type BackupSchedule, backupRhythms } from '@/lib/domain/backups/schedule';

/** When the console makes backups by itself, and for how long it keeps them. */
export function BackupScheduleForm({ schedule }: { schedule: BackupSchedule }) {
  const t = useTranslations('backups');
  const common = useTranslations('common');
  const router = useRouter();
  const form = useApiForm({
    schema: backupContracts.updateSchedule.body!,
    defaultValues: schedule,
    keptAs: 'backup schedule',
    send: (values, options) => api.put('/backups/schedule', values, options),
    onDone: () => {
      notify(t('scheduleSaved'));
      router.refresh();
    },
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
