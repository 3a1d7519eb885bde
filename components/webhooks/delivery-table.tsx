'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ListTable } from '@/components/lists/list-table';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { Pager } from '@/components/ui/pager';
import { Segmented } from '@/components/ui/segmented';
import type { Column } from '@/components/ui/table-column';
import { useListAddress } from '@/components/ui/use-list-address';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { Page } from '@/lib/domain/paging';
import type { DeliveryView } from '@/lib/domain/webhooks/webhooks.contract';

const filters = ['all', 'waiting', 'delivered', 'failed'] as const;
export type DeliveryFilter = (typeof filters)[number];

const tones = { waiting: 'accent', sending: 'accent', delivered: 'good', failed: 'danger' } as const;

type Props = { webhookId: string; isOn: boolean; filter: DeliveryFilter; page: Page<DeliveryView> };

/** What was and is to be sent to an address, newest first, and what became of each. */
export function DeliveryTable({ webhookId, isOn, filter, page }: Props) {
  const t = useTranslations('webhooks');
  const common = useTranslations('common.table');
  const format = useFormatter();
  const address = useListAddress();
  const [opened, setOpened] = useState<number | null>(null);
  const columns: Column<DeliveryView>[] = [
    {
      key: 'open',
      header: t('delivery.details'),
      isHeaderHidden: true,
      width: 'w-8',
      cell: ({ id }) => (
        <IconButton
          size="small"
          label={common(opened === id ? 'collapse' : 'expand')}
          aria-expanded={opened === id}
          icon={opened === id ? <ChevronDown /> : <ChevronRight />}
          onClick={() => setOpened(opened === id ? null : id)}
        />
      ),
    },
    {
      key: 'at',
      header: t('delivery.at'),
      cell: ({ eventAt }) => (
        <span className="whitespace-nowrap tabular-nums">{format.dateTime(eventAt, 'dateTime')}</span>
      ),
    },
    {
      key: 'kind',
      header: t('delivery.kind'),
      isRowHeader: true,
      cell: ({ kind }) => t(`kinds.${kind}`),
    },
    {
      key: 'state',
      header: t('delivery.state'),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`deliveryStates.${state}`)}</Badge>,
    },
    { key: 'attempts', header: t('delivery.attempts'), align: 'end', cell: ({ attempts }) => attempts },
    {
      key: 'answer',
      header: t('delivery.answer'),
      cell: ({ status, problem }) => (
        <span className="[overflow-wrap:anywhere]">{status ?? problem ?? '—'}</span>
      ),
    },
    {
      key: 'resend',
      header: t('resend'),
      isHeaderHidden: true,
      align: 'end',
      cell: ({ id, state, kind, eventAt }) =>
        isOn && (state === 'delivered' || state === 'failed' || state === 'waiting') ? (
          <Resend
            webhookId={webhookId}
            id={id}
            name={`${t(`kinds.${kind}`)}, ${format.dateTime(eventAt, 'dateTime')}`}
          />
        ) : null,
    },
  ];
  return (
    <>
      <div className="px-4 py-3">
        <Segmented
          label={t('filter')}
          options={filters.map((value) => ({ value, label: t(`filters.${value}`) }))}
          value={filter}
          onValueChange={(value) => address.show({ state: value === 'all' ? null : value })}
        />
      </div>
      <ListTable
        list="deliveries"
        caption={t('deliveries')}
        columns={columns}
        rows={page.rows}
        rowKey={({ id }) => String(id)}
        rowDetail={(row) => (row.id === opened ? <Details delivery={row} /> : null)}
        empty={<EmptyState title={t('noDeliveries')} text={t('noDeliveriesText')} />}
        footer={
          <Pager
            firstHref={address.firstHref}
            nextHref={page.next && address.hrefWith({ after: page.next })}
          />
        }
        busy={address.isPending}
      />
    </>
  );
}

function Details({ delivery }: { delivery: DeliveryView }) {
  const t = useTranslations('webhooks.delivery');
  const format = useFormatter();
  const { eventId, lastAttemptAt, nextAttemptAt, status, response, body } = delivery;
  return (
    <DescriptionList
      entries={[
        { term: t('id'), value: eventId },
        lastAttemptAt === null
          ? null
          : { term: t('lastAttempt'), value: format.dateTime(lastAttemptAt, 'dateTime') },
        nextAttemptAt === null
          ? null
          : { term: t('nextAttempt'), value: format.dateTime(nextAttemptAt, 'dateTime') },
        { term: t('body'), value: <Text of={body} /> },
        status === null
          ? null
          : { term: t('response'), value: response ? <Text of={response} /> : t('noResponse') },
      ]}
    />
  );
}

const Text = ({ of }: { of: string }) => <span className="whitespace-pre-wrap font-mono text-sm">{of}</span>;

function Resend({ webhookId, id, name }: { webhookId: string; id: number; name: string }) {
  const t = useTranslations('webhooks');
  const words = useErrorWords();
  const router = useRouter();
  const resend = useChange<void>(
    (_, options) => api.post(`/webhooks/${webhookId}/deliveries/${id}/resend`, undefined, options),
    {
      onDone: () => {
        notify(t('resent'));
        router.refresh();
      },
      onRefused: () => router.refresh(),
    },
  );
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        busy={resend.busy}
        aria-label={`${t('resend')}: ${name}`}
        onClick={() => void resend.run()}
      >
        {t('resend')}
      </Button>
      {resend.error ? (
        <InlineAlert tone="danger" urgent>
          {words.ofError(resend.error)}
        </InlineAlert>
      ) : null}
    </>
  );
}
