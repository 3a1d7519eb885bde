'use client';

import { OutOfReachAlerts } from '@/components/employees/out-of-reach-alerts';
import { HelpAlerts } from '@/components/supervision/help-alerts';
import { WebhookAlerts } from '@/components/webhooks/webhook-alerts';

/** What makes itself known on whatever page one is, and tells what stood before it came as well. */
export function ConsoleAlerts({ personId }: { personId: string }) {
  return (
    <>
      <OutOfReachAlerts personId={personId} />
      <WebhookAlerts />
      <HelpAlerts personId={personId} />
    </>
  );
}
