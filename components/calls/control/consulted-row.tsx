'use client';

import { LogOut, MessagesSquare } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { CallPhoneControls, CallPhoneState } from '@/components/phone/call-phone';
import { Button } from '@/components/ui/button';
import { Elapsed } from '@/components/ui/elapsed';
import { InlineAlert } from '@/components/ui/inline-alert';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { BarRow } from '../bar-row';
import { useCallerWords } from '../caller-words';
import { ToCallLink } from '../to-call-link';
import { useControl } from './use-control';

/** A colleague asks the person for advice about this caller (S4). */
export function ConsultedRow({ call }: { call: MyCall }) {
  const t = useTranslations('desk.control.consulted');
  const { nameOf } = useCallerWords();
  const control = useControl(call.id);
  const { consult } = call;
  if (!consult) return null;
  return (
    <>
      <BarRow
        tone="talking"
        icon={<MessagesSquare />}
        state={
          <>
            <strong className="font-semibold text-ink">
              {t('askedBy', { name: call.claimedBy?.name ?? '' })}
            </strong>{' '}
            <Elapsed since={consult.joinedAt ?? call.arrivedAt} />
          </>
        }
        title={nameOf(call)}
        detail={
          <>
            <p>{t(consult.talksTo)}</p>
            {call.browserLeg ? <CallPhoneState callId={call.id} /> : null}
          </>
        }
        actions={
          <>
            {call.browserLeg ? <CallPhoneControls callId={call.id} /> : null}
            <ToCallLink callId={call.id} />
            <Button
              size="call"
              icon={<LogOut />}
              busy={control.busy}
              onClick={() => void control.order({ path: 'consult/leave', said: t('hasLeft') })}
            >
              {t('leave')}
            </Button>
          </>
        }
      />
      {control.problem ? (
        <InlineAlert tone="danger" className="rounded-none">
          {control.problem}
        </InlineAlert>
      ) : null}
    </>
  );
}
