'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { usePhone } from './phone-provider';

/** How the browser comes into the call that was claimed: by itself, in the tab that holds the phone. */
export function DialIn({ call }: { call: Pick<MyCall, 'id' | 'browserLeg'> }) {
  const t = useTranslations('phone.call');
  const { state, startShift, dialAgain } = usePhone();
  if (state.shift === 'elsewhere') return t('inOtherTab');
  if (state.shift === 'off') {
    return (
      <span className="flex flex-wrap items-center gap-2">
        {t('phoneIsOff')}
        <Button onClick={() => void startShift()}>{t('switchOn')}</Button>
      </span>
    );
  }
  if (state.leg === 'none' && state.problem !== null && call.browserLeg?.hasDialledIn === false) {
    return (
      <span className="flex flex-wrap items-center gap-2">
        {t('notJoined')}
        <Button onClick={() => dialAgain(call.id)}>{t('dialAgain')}</Button>
      </span>
    );
  }
  return t('byItself');
}
