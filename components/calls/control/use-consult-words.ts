'use client';

import { useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import type { MyCall } from '@/lib/domain/calls/call-view';

/** How asking a colleague stands, and why it came to nothing, in words. */
export function useConsultWords() {
  const t = useTranslations('desk.control.consult');
  const departmentName = useDepartmentName();
  return {
    ofConsult: ({
      state,
      employee,
      number,
      department,
      ringing,
      talksTo,
      completesOnAnswer,
    }: NonNullable<MyCall['consult']>): string => {
      const name = number ?? employee?.name ?? departmentName(department);
      if (state === 'talking') return t(`with.${talksTo}`, { name });
      if (number) return t('ringingOutside', { number });
      if (state === 'joining') return t('joining', { name });
      return t(completesOnAnswer ? 'staying' : 'ringing', {
        names: ringing.length > 0 ? ringing.join(', ') : name,
      });
    },
    ofFailure: ({ reason, employeeName, number, department }: NonNullable<MyCall['consultFailed']>): string =>
      t(`failed.${reason}`, { name: number ?? employeeName ?? departmentName(department) }),
  };
}
