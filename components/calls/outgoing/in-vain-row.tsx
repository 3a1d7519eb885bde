'use client';

import { PhoneMissed, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '@/components/shell/announcer';
import { IconButton } from '@/components/ui/icon-button';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { BarRow } from '../bar-row';
import { useCallerWords } from '../caller-words';
import { CallButton } from './call-button';

/** The call the person has just placed came to nothing: why, and the way to try again. */
export function InVainRow({ call }: { call: MyCall }) {
  const t = useTranslations('desk.outgoing');
  const { nameOf, numberOf } = useCallerWords();
  const announce = useAnnounce();
  const [isClosed, setClosed] = useState(false);
  const why = call.dialFailed ? t(`failures.${call.dialFailed}`) : null;
  useEffect(() => {
    if (!why) return;
    announce(why, 'alert');
    // That the number is called is not true any more.
    announce('');
  }, [why, announce]);
  if (isClosed || !why) return null;
  const counterpartyId = call.chosenCounterpartyId;
  return (
    <BarRow
      tone="warning"
      icon={<PhoneMissed />}
      state={<strong className="font-semibold text-ink">{why}</strong>}
      title={nameOf(call)}
      detail={call.candidates.length > 0 ? numberOf(call) : null}
      actions={
        <>
          <CallButton
            to={{ phone: call.caller.e164 ?? '', counterpartyId, script: call.script }}
            name={nameOf(call)}
            label={t('again')}
          />
          <IconButton label={t('close')} icon={<X />} onClick={() => setClosed(true)} />
        </>
      }
    />
  );
}
