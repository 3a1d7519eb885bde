'use client';

import { PhoneCall } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Countdown } from '@/components/ui/countdown';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { BarRow } from './bar-row';
import { useCallerWords } from './caller-words';
import { ToCallLink } from './to-call-link';

/** Claimed: the person's own telephone is being rung into the caller's room. */
export function JoiningRow({ call }: { call: MyCall }) {
  const t = useTranslations('desk.bar');
  const { nameOf } = useCallerWords();
  return (
    <BarRow
      tone="talking"
      icon={<PhoneCall />}
      state={
        <>
          {t('joining')} {call.claimExpiresAt ? <Countdown until={call.claimExpiresAt} stopsAtZero /> : null}
        </>
      }
      title={nameOf(call)}
      detail={t('pickUp')}
      actions={<ToCallLink callId={call.id} />}
    />
  );
}
