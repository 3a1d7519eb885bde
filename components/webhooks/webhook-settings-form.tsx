'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Form, FormActions, useApiForm } from '@/components/ui/form';
import { FormNumberField } from '@/components/ui/form-fields';
import { notify } from '@/components/ui/notify';
import type { WebhookSettings } from '@/lib/domain/webhooks/webhook-settings';
import { webhookContracts } from '@/lib/domain/webhooks/webhooks.contract';

/** For how long events and what was sent are kept. */
export function WebhookSettingsForm({ values }: { values: WebhookSettings }) {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  const router = useRouter();
  const form = useApiForm({
    schema: webhookContracts.updateSettings.body!,
    defaultValues: values,
    keptAs: 'webhook settings',
    send: (settings, options) => api.put('/settings/webhooks', settings, options),
    onDone: () => {
      notify(t('retentionSaved'));
      router.refresh();
    },
  });
  return (
    <Form of={form}>
      <FormNumberField
        name="keptDays"
        label={t('keptDays')}
        hint={t('retentionHint')}
        unit={t('days')}
        min={7}
        max={365}
      />
      <FormActions submitLabel={common('save')} busy={form.busy} />
    </Form>
  );
}
