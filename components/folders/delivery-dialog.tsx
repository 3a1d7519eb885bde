'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { DateTimeField } from '@/components/ui/date-time-field';
import { Dialog } from '@/components/ui/dialog';
import { InlineAlert } from '@/components/ui/inline-alert';
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
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('title')}
        description={t('text')}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
            <Button
              variant="primary"
              busy={change.busy}
              onClick={() => void change.run({ ...request, done: t('done') })}
            >
              {common('save')}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          {change.problem ? (
            <InlineAlert tone="danger" urgent>
              {change.problem}
            </InlineAlert>
          ) : null}
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
        </div>
      </Dialog>
    </>
  );
}
