'use client';

import { Phone } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { CallPhoneControls, CallPhoneState } from '@/components/phone/call-phone';
import { Elapsed } from '@/components/ui/elapsed';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { BarRow } from './bar-row';
import { useCallerWords } from './caller-words';
import { HangUpButton } from './hang-up-button';
import { ToCallLink } from './to-call-link';

export function TalkingRow({ call }: { call: MyCall }) {
  const t = useTranslations('desk.bar');
  const { nameOf, numberOf } = useCallerWords();
  return (
    <BarRow
      tone="talking"
      icon={<Phone />}
      state={
        <>
          <strong className="font-semibold text-ink">{t('talking')}</strong>{' '}
          <Elapsed since={call.joinedAt ?? call.arrivedAt} />
          {call.joinedAt ? (
            <>
              {' · '}
              {t('waited')} <Elapsed since={call.arrivedAt} until={call.answeredAt ?? call.joinedAt} />
            </>
          ) : null}
          {call.line ? ` · ${t('line', { line: call.line })}` : null}
        </>
      }
      title={nameOf(call)}
      detail={
        <>
          {call.candidates.length > 0 ? numberOf(call) : null}
          {call.browserLeg ? <CallPhoneState callId={call.id} /> : null}
        </>
      }
      actions={
        <>
          {call.browserLeg ? <CallPhoneControls callId={call.id} /> : null}
          <ToCallLink callId={call.id} />
          <HangUpButton call={call} />
        </>
      }
    />
  );
}
