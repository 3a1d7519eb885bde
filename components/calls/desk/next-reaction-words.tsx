'use client';

import { useTranslations } from 'use-intl';
import { useDirectory } from '@/components/call-scripts/fields/directory';
import { useDepartmentName } from '@/components/reactions/department-name';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { useRunningCall } from '../running-call';

/** What the goodbye will leave open: who must act next, in words. */
export function NextReactionWords() {
  const t = useTranslations('desk.next');
  const { conversation, view, draft } = useRunningCall();
  const { departments } = useDirectory();
  const departmentName = useDepartmentName();
  const { step } = conversation;
  if (view.records.reactionId) return null;
  const nameOf = (kind: DepartmentKind) => {
    const department = departments.find((each) => each.kind === kind);
    return department ? departmentName(department) : '…';
  };
  const words = () => {
    switch (step.route) {
      case 'commercial':
      case 'supportNeither':
        return t('department', { department: nameOf('sales') });
      case 'support':
        return t('department', { department: nameOf('support') });
      case 'cooperation':
      case 'unclear':
        return t('department', { department: nameOf('management') });
      case 'complaint':
        return draft.complaint.departmentKind
          ? t('complaint', { department: nameOf(draft.complaint.departmentKind) })
          : t('complaintUnknown');
      case 'callBack':
        return t('callBack');
      default:
        return t('unknown');
    }
  };
  return (
    <div>
      <h3 className="font-medium text-sm text-soft">{t('label')}</h3>
      <p className="font-semibold">{words()}</p>
    </div>
  );
}
