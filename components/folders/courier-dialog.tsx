'use client';

import { useTranslations } from 'use-intl';
import { RestoredNotice } from '@/components/form-notices';
import { Button } from '@/components/ui/button';
import { DateTimeField } from '@/components/ui/date-time-field';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
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
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('title')}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
            <Button
              variant="primary"
              busy={change.busy}
              onClick={() =>
                void change.run({
                  method: 'put',
                  path: `/folders/${folder.id}/courier`,
                  body: { ...form, version },
                  done: t('saved'),
                })
              }
            >
              {common('save')}
            </Button>
          </>
        }
      >
        <div className="grid gap-3 desk:grid-cols-2">
          <div className="flex flex-col gap-3 empty:hidden desk:col-span-2">
            <RestoredNotice {...kept} />
            {change.problem ? (
              <InlineAlert tone="danger" urgent>
                {change.problem}
              </InlineAlert>
            ) : null}
          </div>
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
            error={change.fieldProblem(
              'pickupOn',
              pickupProblem(form.pickupOn, folder.today, { isCollected: folder.collectedAt !== null }),
            )}
            onValueChange={(pickupOn) => set({ pickupOn })}
          />
        </div>
      </Dialog>
    </>
  );
}
