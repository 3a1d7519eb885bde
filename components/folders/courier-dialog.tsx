'use client';

import { useTranslations } from 'use-intl';
import { RestoredNotice } from '@/components/form-notices';
import { Button } from '@/components/ui/button';
import { DateTimeField } from '@/components/ui/date-time-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { NumberField } from '@/components/ui/number-field';
import { TextField } from '@/components/ui/text-field';
import { pickupProblem, usualCourier } from '@/lib/domain/folders/courier';
import type { FolderView } from '@/lib/domain/folders/folder-views';
import { folderLimits } from '@/lib/domain/folders/folders.contract';
import { useFolderForm } from './use-folder-form';

type Form = { name: string; phone: string; prefix: string; days: number | null; pickupOn: string };

/** ON-2: what the courier said and was asked for. */
export function CourierDialog({ folder }: { folder: FolderView }) {
  const t = useTranslations('folders.courier');
  const common = useTranslations('common');
  const { form, set, change, open, setOpen, version, ...kept } = useFolderForm<Form>(folder, {
    subject: 'courier',
    begin: ({ courier }) => {
      const { name, phone, prefix, days, pickupOn } = {
        days: null,
        pickupOn: '',
        ...usualCourier,
        ...courier,
      };
      return { name, phone, prefix, days, pickupOn };
    },
  });
  const text = (name: 'name' | 'phone' | 'prefix', maxLength: number) => ({
    label: t(`fields.${name}`),
    value: form[name],
    maxLength,
    error: change.fieldProblem(name),
    onValueChange: (value: string) => set({ [name]: value }),
  });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t(folder.courier ? 'change' : 'write')}
      </Button>
      <FormDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('title')}
        confirmLabel={common('save')}
        busy={change.busy}
        onConfirm={() =>
          void change.run({
            method: 'put',
            path: `/folders/${folder.id}/courier`,
            body: { ...form, version },
            done: t('saved'),
          })
        }
        notices={<RestoredNotice {...kept} />}
        error={change.problem}
      >
        <div className="grid gap-3 desk:grid-cols-2">
          <TextField {...text('name', 100)} required className="desk:col-span-2" />
          <TextField {...text('phone', 50)} required inputMode="tel" />
          <TextField {...text('prefix', 10)} inputMode="tel" hint={t('prefixHint')} />
          <NumberField
            label={t('fields.days')}
            required
            min={0}
            max={folderLimits.courierDays}
            value={form.days}
            error={change.fieldProblem('days')}
            onValueChange={(days) => set({ days })}
          />
          <DateTimeField
            label={t('fields.pickupOn')}
            required
            precision="date"
            value={form.pickupOn}
            error={change.fieldProblem('pickupOn', pickupProblem(form.pickupOn, folder.today))}
            onValueChange={(pickupOn) => set({ pickupOn })}
          />
        </div>
      </FormDialog>
    </>
  );
}
