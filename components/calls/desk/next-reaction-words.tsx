'use client';

import { useTranslations } from 'use-intl';
import { useDirectory } from '@/components/call-scripts/fields/directory';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { useSumWords } from '@/components/purchases/use-sum-words';
import { useDepartmentName } from '@/components/reactions/department-name';
import type { AgreedDue } from '@/lib/domain/call-scripts/conversation';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { promiseMinutesOf } from '@/lib/domain/settings/promise-minutes';
import { useRunningCall } from '../running-call';

const dueAnswers: Record<AgreedDue, string> = {
  today: 'dueToday',
  tomorrow: 'dueTomorrow',
  inAWeek: 'dueInAWeek',
  inTwoWeeks: 'dueInTwoWeeks',
};

/** What the goodbye will leave open: who must act next, in words. */
export function NextReactionWords() {
  const t = useTranslations('desk.next');
  const { conversation, view, draft } = useRunningCall();
  const { departments, promises } = useDirectory();
  const departmentName = useDepartmentName();
  const { chart } = useChartWords();
  const sums = useSumWords();
  const { step } = conversation;
  if (view.records.reactionId) return null;
  const nameOf = (kind: DepartmentKind) => {
    const department = departments.find((each) => each.kind === kind);
    return department ? departmentName(department) : '…';
  };
  const minutes = promiseMinutesOf(promises, step.route);
  const words = () => {
    if (step.ended) return t('none');
    switch (step.route) {
      case 'commercial':
      case 'supportNeither':
        return t('department', { department: nameOf('sales'), minutes });
      case 'support':
        return t('department', { department: nameOf('support'), minutes });
      case 'cooperation':
      case 'unclear':
        return t('department', { department: nameOf('management'), minutes });
      case 'complaint':
        return draft.complaint.departmentKind
          ? t('complaint', { department: nameOf(draft.complaint.departmentKind) })
          : t('complaintUnknown');
      case 'welcomed':
        return draft.deliveryOn ? t('delivery', { day: sums.day(draft.deliveryOn) }) : t('agreedUnknown');
      case 'welcomedWithoutParcel':
      case 'agreed': {
        const due = conversation.agreedDue;
        return due ? t('agreed', { due: chart('answers', dueAnswers[due]) }) : t('agreedUnknown');
      }
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
