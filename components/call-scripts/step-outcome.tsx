'use client';

import { useTranslations } from 'use-intl';
import { useRunningCall } from '@/components/calls/running-call';
import { InlineAlert } from '@/components/ui/inline-alert';

/** How the conversation came out. */
export function StepOutcome() {
  const t = useTranslations('desk.outcome');
  const { conversation, view } = useRunningCall();
  const { name } = conversation.step;
  const isGood = name !== 'callerLeftWaiting' && name !== 'discarded';
  return (
    <InlineAlert tone={isGood ? 'success' : 'warning'}>
      {view.discardReason ? t('discarded', { reason: view.discardReason }) : t(isGood ? 'good' : 'left')}
    </InlineAlert>
  );
}
