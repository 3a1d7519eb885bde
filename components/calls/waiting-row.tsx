'use client';

import { PhoneMissed } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { Elapsed } from '@/components/ui/elapsed';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { BarRow } from './bar-row';
import { useCallerWords } from './caller-words';
import { TakeBackButton } from './take-back-button';
import { ToCallLink } from './to-call-link';

/** The caller is on the line and nobody talks to them: the call is being offered to others. */
export function WaitingRow({ call }: { call: MyCall }) {
  const t = useTranslations('desk.bar');
  const { nameOf } = useCallerWords();
  const departmentName = useDepartmentName();
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
      detail={t('waitingText', { department: departmentName(call.department) })}
      actions={
        <>
          <TakeBackButton call={call} />
          <ToCallLink callId={call.id} />
        </>
      }
    />
  );
}
