'use client';

import { useTranslations } from 'use-intl';
import { useSettingForm } from '@/components/settings/use-setting-form';
import { Form, FormActions } from '@/components/ui/form';
import { FormNumberField } from '@/components/ui/form-fields';
import { type WebhookSettings, webhookSettingsSchema } from '@/lib/domain/webhooks/webhook-settings';

const settingsSchema = webhookSettingsSchema.required();

/** For how long events and what was sent are kept. */
export function WebhookSettingsForm({ values, version }: { values: WebhookSettings; version: number }) {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  const form = useSettingForm({
    schema: settingsSchema,
    values: values,
    version,
    keptAs: 'webhook settings',
    path: '/settings/webhooks',
    noun: 'webhooks',
    saved: t('retentionSaved'),
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
