import { notFound } from 'next/navigation';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { HistoryPanel } from '@/app/(console)/settings/history-panel';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { DeliveryTable } from '@/components/webhooks/delivery-table';
import { WebhookActions } from '@/components/webhooks/webhook-actions';
import { WebhookNotices } from '@/components/webhooks/webhook-notices';
import { WebhookState } from '@/components/webhooks/webhook-state';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { shownAddress } from '@/lib/domain/webhooks/webhook';
import { listDeliveries } from '@/lib/operations/webhooks/list-deliveries';
import { getWebhook } from '@/lib/operations/webhooks/list-webhooks';

type Props = { params: Promise<{ webhookId: string }>; searchParams: SearchParams };

const pageSize = 50;

export default async function WebhookPage({ params, searchParams }: Props) {
  const { person, context } = await signedInPage();
  if (!mayAdminister(person)) notFound();
  const { webhookId } = await params;
  const given = await searchParams;
  const filter = oneOf(given.state, ['all', 'waiting', 'delivered', 'failed'] as const, 'all');
  const { webhook } = await readOrNotFound(getWebhook(context, { webhookId }));
  const page = await listDeliveries(context, {
    webhookId,
    state: filter === 'all' ? undefined : filter,
    after: textOf(given.after),
    limit: pageSize,
  });
  const { t } = await requestLanguage();
  return (
    <>
      <RefreshOnNews nouns={['webhook']} />
      <PageHeader
        up={<TextLink href="/settings/webhooks">{t('webhooks.title')}</TextLink>}
        title={shownAddress(webhook.address)}
        meta={<WebhookState webhook={webhook} />}
        actions={<WebhookActions webhook={webhook} />}
      />
      <WebhookNotices webhook={webhook} now={context.now()} />
      <div className="flex flex-col gap-4">
        <Panel title={t('webhooks.deliveries')} flush>
          <DeliveryTable
            webhookId={webhookId}
            isOn={webhook.disabledAt === null}
            filter={filter}
            page={page}
          />
        </Panel>
        <HistoryPanel context={context} noun="webhooks" nounId={webhookId} />
      </div>
    </>
  );
}
