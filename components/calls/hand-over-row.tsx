'use client';

import { PhoneForwarded } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { BarRow } from './bar-row';
import { useCallerWords } from './caller-words';
import { TakeBackButton } from './take-back-button';
import { ToCallLink } from './to-call-link';

/** The caller hears music while the hand-over rings at somebody (IN-10). */
export function HandOverRow({ call }: { call: MyCall }) {
  const t = useTranslations('desk.bar');
  const { nameOf } = useCallerWords();
  const departmentName = useDepartmentName();
  const to =
    call.handOver?.employeeName ?? (call.handOver?.department && departmentName(call.handOver.department));
  const ringing = call.handOver?.ringing ?? [];
  return (
    <BarRow
      icon={<PhoneForwarded />}
      state={<strong className="font-semibold text-ink">{t('handingOver', { to: to ?? '—' })}</strong>}
      title={nameOf(call)}
      detail={ringing.length > 0 ? t('ringsAt', { names: ringing.join(', ') }) : t('ringsAtNobody')}
      actions={
        <>
          <TakeBackButton call={call} />
          <ToCallLink callId={call.id} />
        </>
      }
    />
  );
}
