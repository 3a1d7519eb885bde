'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { FormCheckbox, FormNumberField, FormTextField } from '@/components/ui/form-fields';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { lineRecordingSchema } from '@/lib/domain/recordings/line-recording';
import {
  blockedNumberContracts,
  type CompanyNumberView,
  numberContracts,
} from '@/lib/domain/settings/numbers.contract';
import { EntryDialog } from './entry-dialog';

export function AddCompanyNumber() {
  const t = useTranslations('settings.numbers');
  const common = useTranslations('common');
  return (
    <EntryDialog
      trigger={
        <Button variant="primary" size="small" icon={<Plus />}>
          {t('add')}
        </Button>
      }
      title={t('add')}
      schema={numberContracts.create.body!}
      defaultValues={{ phone: '', name: '' }}
      keptAs="new company number"
      send={(values, options) => api.post('/numbers', values, options)}
      savedMessage={common('saved')}
      submitLabel={t('add')}
    >
      <FormTextField name="phone" type="tel" label={t('phone')} required />
      <FormTextField name="name" label={t('name')} hint={t('nameHint')} required />
    </EntryDialog>
  );
}

/** The name of a number and how it records. */
export function EditCompanyNumber({ number }: { number: CompanyNumberView }) {
  const t = useTranslations('settings.numbers');
  const common = useTranslations('common');
  return (
    <EntryDialog
      trigger={
        <Button size="small" variant="quiet" aria-label={`${t('edit')}: ${number.name}`}>
          {t('edit')}
        </Button>
      }
      title={t('edit')}
      schema={editSchema}
      defaultValues={{
        name: number.name,
        recordsConversations: number.recordsConversations,
        announcement: number.announcement,
        retentionDays: number.retentionDays,
      }}
      keptAs={`company number ${number.id}`}
      send={(values, options) => api.patch(`/numbers/${number.id}`, values, options)}
      savedMessage={common('saved')}
    >
      <FormTextField name="name" label={t('name')} hint={t('nameHint')} required />
      <FormCheckbox name="recordsConversations" label={t('records')} hint={t('recordsHint')} />
      <FormTextField name="announcement" label={t('announcement')} hint={t('announcementHint')} required />
      <FormNumberField
        name="retentionDays"
        label={t('retention')}
        hint={t('retentionHint')}
        unit={t('days')}
        min={1}
        max={3650}
        required
      />
    </EntryDialog>
  );
}

const editSchema = numberContracts.create.body!.pick({ name: true }).extend(lineRecordingSchema.shape);

export function BlockNumber() {
  const t = useTranslations('settings.numbers');
  const common = useTranslations('common');
  return (
    <EntryDialog
      trigger={
        <Button size="small" icon={<Plus />}>
          {t('block')}
        </Button>
      }
      title={t('block')}
      description={t('blockText')}
      schema={blockedNumberContracts.block.body!.pick({ phone: true, reason: true })}
      defaultValues={{ phone: '', reason: '' }}
      keptAs="new blocked number"
      send={(values, options) => api.post('/blocked-numbers', values, options)}
      savedMessage={common('saved')}
      submitLabel={t('block')}
    >
      <FormTextField name="phone" type="tel" label={t('phone')} required />
      <FormTextField name="reason" label={t('reason')} required />
    </EntryDialog>
  );
}

/** `phone` is the number as it is read, `e164` as it is kept. */
export function UnblockNumber({ e164, phone }: { e164: string; phone: string }) {
  const t = useTranslations('settings.numbers');
  const words = useErrorWords();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const unblock = useChange<void>(
    (_, options) => api.delete(`/blocked-numbers/${encodeURIComponent(e164)}`, undefined, options),
    {
      onDone: () => {
        setOpen(false);
        router.refresh();
      },
    },
  );
  return (
    <AlertDialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" variant="quiet" aria-label={`${t('unblock')}: ${phone}`}>
          {t('unblock')}
        </Button>
      }
      title={t('unblockTitle', { phone })}
      text={t('unblockText')}
      confirmLabel={t('unblock')}
      tone="primary"
      busy={unblock.busy}
      error={unblock.error ? words.ofError(unblock.error) : null}
      onConfirm={() => void unblock.run()}
    />
  );
}
