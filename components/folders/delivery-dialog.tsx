'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { DateTimeField } from '@/components/ui/date-time-field';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextArea } from '@/components/ui/text-area';
import type { FolderView } from '@/lib/domain/folders/folder-views';
import { useFolderForm } from './use-folder-form';

type Props = {
  folder: FolderView;
  /** The courier was asked why the parcel is late, and named another day (ON-5). */
  isChased?: boolean;
};

/** Names the day the parcel comes on. */
export function DeliveryDialog({ folder, isChased = false }: Props) {
  const t = useTranslations(isChased ? 'folders.chase' : 'folders.delivery');
  const common = useTranslations('common');
  const { form, set, change, open, setOpen, version } = useFolderForm(folder, {
    subject: isChased ? 'chase' : 'delivery',
    begin: ({ deliveryOn }) => ({ deliveryOn: isChased ? '' : (deliveryOn ?? ''), note: '' }),
  });
  const { deliveryOn, note } = form;
  const request = isChased
    ? {
        path: `/folders/${folder.id}/delivery/outcome`,
        body: { outcome: 'chased', note, deliveryOn, version },
      }
    : { method: 'put' as const, path: `/folders/${folder.id}/delivery`, body: { deliveryOn, version } };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('action')}
      </Button>
      <FormDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('title')}
        description={t('text')}
        confirmLabel={common('save')}
        busy={change.busy}
        onConfirm={() => void change.run({ ...request, done: t('done') })}
        error={change.problem}
      >
        <DateTimeField
          label={t('day')}
          required
          precision="date"
          value={deliveryOn}
          error={change.fieldProblem('deliveryOn')}
          onValueChange={(changed) => set({ deliveryOn: changed })}
        />
        {isChased ? (
          <TextArea
            label={t('note')}
            required
            maxLength={1000}
            value={note}
            error={change.fieldProblem('note')}
            onValueChange={(changed) => set({ note: changed })}
          />
        ) : null}
      </FormDialog>
    </>
  );
}
