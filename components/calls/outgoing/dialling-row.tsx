'use client';

import { PhoneOutgoing } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { CallPhoneControls, CallPhoneState } from '@/components/phone/call-phone';
import { Elapsed } from '@/components/ui/elapsed';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { BarRow } from '../bar-row';
import { useCallerWords } from '../caller-words';
import { CallOffButton } from './call-off-button';

/** The number the person calls rings. */
export function DiallingRow({ call }: { call: MyCall }) {
  const t = useTranslations('desk.outgoing');
  const { nameOf, numberOf } = useCallerWords();
  return (
    <BarRow
      tone="talking"
      icon={<PhoneOutgoing className="animate-pulse-briefly motion-reduce:animate-none" />}
      state={
        <>
          <strong className="font-semibold text-ink">{t('dialling')}</strong>{' '}
          <Elapsed since={call.arrivedAt} />
          {call.line ? ` · ${t('line', { line: call.line })}` : null}
        </>
      }
      title={nameOf(call)}
      detail={
        <>
          {call.candidates.length > 0 ? <p>{numberOf(call)}</p> : null}
          {call.browserLeg ? <CallPhoneState callId={call.id} /> : null}
        </>
      }
      actions={
        <>
          {call.browserLeg ? <CallPhoneControls callId={call.id} /> : null}
          <CallOffButton callId={call.id} />
        </>
      }
    />
  );
}
