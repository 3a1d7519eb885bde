'use client';

import { PhoneMissed } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Elapsed } from '@/components/ui/elapsed';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { BarRow } from './bar-row';
import { useCallerWords } from './caller-words';
import { ToCallLink } from './to-call-link';

/** The caller is on the line and nobody talks to them: the call is being offered to others. */
export function WaitingRow({ call }: { call: MyCall }) {
  const t = useTranslations('desk.bar');
  const { nameOf } = useCallerWords();
  return (
    <BarRow
      tone="warning"
      icon={<PhoneMissed />}
      state={
        <>
          {t('waiting')} <Elapsed since={call.arrivedAt} />
        </>
      }
      title={nameOf(call)}
      detail={t('waitingText')}
      actions={<ToCallLink callId={call.id} />}
    />
  );
}
