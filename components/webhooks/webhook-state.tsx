'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import type { WebhookView } from '@/lib/domain/webhooks/webhooks.contract';

/** Whether something is sent there, and whether it is taken. */
export function WebhookState({ webhook: { disabledAt, offReason, failingSince } }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks.states');
  if (disabledAt === null) {
    return failingSince === null ? (
      <Badge tone="good">{t('on')}</Badge>
    ) : (
      <Badge tone="warning">{t('failing')}</Badge>
    );
  }
  if (offReason === 'gone') return <Badge tone="danger">{t('gone')}</Badge>;
  if (offReason === 'failing') return <Badge tone="danger">{t('stopped')}</Badge>;
  return <Badge>{t('person')}</Badge>;
}
