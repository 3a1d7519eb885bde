'use client';

import { useTranslations } from 'use-intl';
import { TextLink } from '@/components/ui/text-link';
import { type StepCalls, stepCallsHref } from './traffic-address';
import { useTraffic } from './traffic-context';

/** A count of calls that opens them, for whom it may; nothing leads nowhere. */
export function CallsLink({ count, of, name }: { count: number; of: StepCalls; name: string }) {
  const t = useTranslations('callScriptPage.traffic');
  const { address, traffic } = useTraffic();
  if (count === 0 || !traffic.may.openCalls) return count;
  return (
    <TextLink href={stepCallsHref(address, of)} aria-label={t('open', { count, name })}>
      {count}
    </TextLink>
  );
}
