'use client';

import { PhoneCall } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DialIn } from '@/components/phone/dial-in';
import { Countdown } from '@/components/ui/countdown';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { BarRow } from './bar-row';
import { useCallerWords } from './caller-words';
import { CallOffButton } from './outgoing/call-off-button';
import { ToCallLink } from './to-call-link';

/** Claimed or placed: the person's own telephone is being rung into the caller's room, or their browser dials in. */
export function JoiningRow({ call }: { call: MyCall }) {
  const t = useTranslations('desk.bar');
  const phoneWords = useTranslations('phone.call');
  const outgoing = useTranslations('desk.outgoing');
  const { nameOf } = useCallerWords();
  const isPlaced = call.phase === 'connecting';
  const until = call.consult?.endsAt ?? call.claimExpiresAt;
  return (
    <BarRow
      tone="talking"
      icon={<PhoneCall />}
      state={
        <>
          {call.browserLeg ? phoneWords('joining') : t('joining')}{' '}
          {until ? <Countdown until={until} stopsAtZero /> : null}
        </>
      }
      title={nameOf(call)}
      detail={call.browserLeg ? <DialIn call={call} /> : isPlaced ? outgoing('ownPhone') : t('pickUp')}
      actions={isPlaced ? <CallOffButton callId={call.id} /> : <ToCallLink callId={call.id} />}
    />
  );
}
