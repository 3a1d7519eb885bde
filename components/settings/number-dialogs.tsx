'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Button } from '@/components/ui/button';
import { FormCheckbox, FormNumberField, FormTextField } from '@/components/ui/form-fields';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify, notifyOfLoss } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { lineRecordingSchema } from '@/lib/domain/recordings/line-recording';
import { lineOpeningSchema } from '@/lib/domain/settings/line-opening';
import {
  type BlockedNumberView,
  blockedNumberContracts,
  type CompanyNumberView,
  numberContracts,
} from '@/lib/domain/settings/numbers.contract';
import { ChangeDialog, EntryDialog } from './entry-dialog';
import { LineOpeningFields } from './line-opening-fields';

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

/** The name of a number, when it lets callers in, and how it records. */
export function EditCompanyNumber({
  number,
  departmentHours,
}: {
  number: CompanyNumberView;
  departmentHours: BusinessHours;
}) {
  const t = useTranslations('settings.numbers');
  const common = useTranslations('common');
  return (
    <ChangeDialog
      trigger={
        <Button size="small" variant="quiet" aria-label={`${t('edit')}: ${number.name}`}>
          {t('edit')}
        </Button>
      }
      title={t('edit')}
      schema={editSchema}
      values={{
        name: number.name,
        recordsConversations: number.recordsConversations,
        announcement: number.announcement,
        retentionDays: number.retentionDays,
        hours: number.hours,
        closedGreeting: number.closedGreeting,
      }}
      version={number.version}
      size="large"
      keptAs={`company number ${number.id}`}
      path={`/numbers/${number.id}`}
      noun="companyNumber"
      nounId={number.id}
      isDisabled={number.disabledAt !== null}
      savedMessage={common('saved')}
    >
      <FormTextField name="name" label={t('name')} hint={t('nameHint')} required />
      <LineOpeningFields departmentHours={departmentHours} />
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
    </ChangeDialog>
  );
}

const editSchema = numberContracts.create.body!.pick({ name: true }).extend({
  ...lineRecordingSchema.shape,
  ...lineOpeningSchema.shape,
});

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

type Unblocked = Pick<BlockedNumberView, 'e164' | 'reason' | 'callId'>;

/** Takes the calls of a number again, with a way back. `phone` is the number as it is read. */
export function UnblockNumber({ number, phone }: { number: Unblocked; phone: string }) {
  const t = useTranslations('settings.numbers');
  const words = useErrorWords();
  const router = useRouter();
  const { e164, reason, callId } = number;
  const block = async () => {
    try {
      await api.post('/blocked-numbers', { phone: e164, reason, callId });
    } catch (error) {
      notifyOfLoss(words.ofError(error));
    }
    router.refresh();
  };
  const unblock = useChange<void>(
    (_, options) => api.delete(`/blocked-numbers/${encodeURIComponent(e164)}`, undefined, options),
    {
      onDone: () => {
        notify(t('unblocked', { phone }), { action: { label: t('undo'), onClick: () => void block() } });
        router.refresh();
      },
    },
  );
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        busy={unblock.busy}
        aria-label={`${t('unblock')}: ${phone}`}
        onClick={() => void unblock.run()}
      >
        {t('unblock')}
      </Button>
      {unblock.error ? (
        <InlineAlert tone="danger" urgent>
          {words.ofError(unblock.error)}
        </InlineAlert>
      ) : null}
    </>
  );
}
