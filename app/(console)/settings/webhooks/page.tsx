import { notFound } from 'next/navigation';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { AddWebhook } from '@/components/webhooks/add-webhook';
import { WebhookSettingsForm } from '@/components/webhooks/webhook-settings-form';
import { WebhookTable } from '@/components/webhooks/webhook-table';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { listWebhooks } from '@/lib/operations/webhooks/list-webhooks';
import { getWebhookSettings } from '@/lib/operations/webhooks/webhook-settings';

export default async function WebhooksPage() {
  const { person, context } = await signedInPage();
  if (!mayAdminister(person)) notFound();
  const { t } = await requestLanguage();
  const { rows } = await listWebhooks(context);
  const { settings, version } = await getWebhookSettings(context);
  return (
    <>
      <RefreshOnNews nouns={['webhook', 'settings']} />
      <PageHeader title={t('webhooks.title')} actions={<AddWebhook />} />
      <p className="pb-4 text-soft">{t('webhooks.hint')}</p>
      <div className="flex flex-col gap-4">
        <Panel flush>
          <WebhookTable rows={rows} />
        </Panel>
        <Panel title={t('webhooks.retention')}>
          <WebhookSettingsForm values={settings} version={version} />
        </Panel>
        <HistoryPanel context={context} noun="webhooks" />
      </div>
    </>
  );
}
