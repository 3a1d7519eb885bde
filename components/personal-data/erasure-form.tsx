'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { FormTextArea, FormTextField } from '@/components/ui/form-fields';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import { type ErasurePreview, erasureRequest } from '@/lib/domain/personal-data/personal-data.contract';
import { keepHandedName } from './handed-names';

type Started = { erasureId: string; name: string; code: string };

const openKinds = [
  'appeals',
  'nextReactions',
  'unfinishedCalls',
  'complaints',
  'rounds',
  'letters',
  'folders',
] as const satisfies (keyof ErasurePreview['open'])[];

/** The request by which one person's data is destroyed, confirmed by typing whose it is. */
export function ErasureForm({ preview, today }: { preview: ErasurePreview; today: string }) {
  const t = useTranslations('personalData.erase');
  const tPreview = useTranslations('personalData.preview');
  const format = useFormatter();
  const router = useRouter();
  const { subject, open } = preview;
  const form = useApiForm({
    schema: erasureRequest,
    defaultValues: {
      kind: subject.kind,
      id: subject.id,
      confirmation: '',
      requestNumber: '',
      requestedOn: today,
      legalBasis: t('legalBasisDefault'),
      reason: '',
    },
    send: (request, options) => api.post<Started>('/erasures', request, options),
    onDone: ({ erasureId, name, code }) => {
      keepHandedName(erasureId, { name, code });
      router.push(`/settings/personal-data/${erasureId}`);
    },
    onRefused: () => router.refresh(),
  });
  const closed = openKinds
    .filter((kind) => open[kind] > 0)
    .map((kind) => tPreview(kind, { count: open[kind] }));
  const isBlocked = preview.liveCalls > 0;
  return (
    <Panel title={t('title')}>
      <Form of={form}>
        <InlineAlert tone="warning">{t('irreversible')}</InlineAlert>
        {isBlocked ? <InlineAlert tone="danger">{tPreview('live')}</InlineAlert> : null}
        {closed.length > 0 ? (
          <InlineAlert tone="warning">{tPreview('open', { list: format.list(closed) })}</InlineAlert>
        ) : null}
        <div className="grid grid-cols-1 gap-3 desk:grid-cols-2">
          <FormTextField name="requestNumber" label={t('requestNumber')} maxLength={60} required />
          <FormTextField name="requestedOn" type="date" label={t('requestedOn')} max={today} required />
        </div>
        <FormTextField name="legalBasis" label={t('legalBasis')} maxLength={300} required />
        <FormTextArea name="reason" label={t('reason')} hint={t('noName')} maxLength={300} required />
        <FormTextField
          name="confirmation"
          label={t('confirmation', { name: subject.name })}
          maxLength={300}
          autoComplete="off"
          required
        />
        <FormActions
          submitLabel={t('submit')}
          busy={form.busy}
          disabledReason={isBlocked ? tPreview('live') : null}
        />
      </Form>
    </Panel>
  );
}
