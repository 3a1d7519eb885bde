'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '@/components/shell/announcer';
import { takeAlertBack, tellAlert } from '@/components/ui/notify';
import { shownAddress } from '@/lib/domain/webhooks/webhook';
import type { WebhookView } from '@/lib/domain/webhooks/webhooks.contract';
import { useWebhooksOff } from './webhooks-off-provider';

/** Tells an administrator in passing of each webhook that went off; taken back when it is on or left off. */
export function WebhookAlerts() {
  const t = useTranslations('webhooks');
  const announce = useAnnounce();
  const off = useWebhooksOff();
  const told = useRef(new Set<string>());
  const look = useEffectEvent((rows: readonly WebhookView[]) => {
    const keys = new Set(rows.map(keyOf));
    for (const key of told.current) {
      if (!keys.has(key)) takeAlertBack(key);
    }
    for (const webhook of rows) {
      const key = keyOf(webhook);
      if (told.current.has(key)) continue;
      const detail = shownAddress(webhook.address);
      const link = { label: t('off.open'), href: `/settings/webhooks/${webhook.id}` };
      tellAlert(t('off.title'), { id: key, isAlarm: false, detail, link });
      announce(`${t('off.title')}. ${detail}`, 'status');
    }
    told.current = keys;
  });
  useEffect(() => look(off), [off]);
  return null;
}

const keyOf = ({ id, disabledAt }: WebhookView) => `webhook ${id} ${disabledAt}`;
