'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { InlineAlert } from '@/components/ui/inline-alert';
import type { WebhookView } from '@/lib/domain/webhooks/webhooks.contract';

/** What an administrator has to know of an address before its deliveries. */
export function WebhookNotices({ webhook, now }: { webhook: WebhookView; now: number }) {
  const t = useTranslations('webhooks');
  const format = useFormatter();
  const { disabledAt, offReason, failingSince, earlierSecretUntil } = webhook;
  const said = (at: number) => ({ at: format.dateTime(at, 'dateTime') });
  const off = { gone: 'offGone', failing: 'offFailing', person: 'offPerson' } as const;
  return (
    <div className="flex flex-col gap-2 pb-3 empty:hidden">
      {disabledAt !== null ? (
        <InlineAlert tone={offReason === 'person' ? 'info' : 'danger'}>
          {t(off[offReason ?? 'person'], said(disabledAt))}
        </InlineAlert>
      ) : null}
      {failingSince !== null ? (
        <InlineAlert tone="warning">{t('failingSince', said(failingSince))}</InlineAlert>
      ) : null}
      {earlierSecretUntil !== null && earlierSecretUntil > now ? (
        <InlineAlert tone="info">{t('earlierSecret', said(earlierSecretUntil))}</InlineAlert>
      ) : null}
    </div>
  );
}
