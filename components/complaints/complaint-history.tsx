'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { Panel } from '@/components/ui/panel';
import type { ComplaintView } from '@/lib/domain/complaints/complaint-views';
import { useResponsibleName } from './use-responsible-name';

type Entry = ComplaintView['history'][number];

/** What became of a complaint, the newest first, with the words of each time. */
export function ComplaintHistory({ history }: { history: ComplaintView['history'] }) {
  const t = useTranslations('complaints');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  const nameOf = useResponsibleName();
  const at = (time: number) => format.dateTime(time, 'dateTime');
  const whatOf = (entry: Entry): { what: string; words: string[] } => {
    switch (entry.kind) {
      case 'moved':
        return {
          what: t('movedTo', { department: departmentName(entry.department) }),
          words: [entry.reason],
        };
      case 'postponed':
        return { what: t('postponedTo', { at: at(entry.dueAt) }), words: [entry.reason] };
      case 'answered':
        return {
          what: entry.inPlaceOf
            ? `${t('acts.answered')} (${t('answeredFor', { name: entry.inPlaceOf.name })})`
            : t('acts.answered'),
          words: [`${t('cause')}: ${entry.cause}`, `${t('answer')}: ${entry.answer}`],
        };
      case 'called':
        return {
          what: t('acts.called', { outcome: t(`outcomes.${entry.outcome}`) }),
          words: [entry.words],
        };
      case 'reopened':
        return { what: t('acts.reopened'), words: [entry.reason] };
      case 'closed':
        return { what: t('acts.closed'), words: [entry.reason] };
      case 'workHandedOver':
        return {
          what: t('acts.workHandedOver', { from: nameOf(entry.from), to: nameOf(entry.to) }),
          words: [entry.reason],
        };
      case 'workPostponed':
        return {
          what: t('acts.workPostponed', { who: nameOf(entry.from), at: at(entry.dueAt) }),
          words: [entry.reason],
        };
    }
  };
  if (history.length === 0) return null;
  return (
    <Panel title={t('history')}>
      <ol className="flex flex-col gap-2">
        {history.map((entry, index) => {
          const { what, words } = whatOf(entry);
          return (
            <li key={`${entry.at} ${history.length - index}`}>
              <span className="tabular-nums">{at(entry.at)}</span> · {what}
              {entry.employee ? ` · ${entry.employee.name}` : ''}
              {words.filter(Boolean).map((said) => (
                <p key={said} dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
                  {said}
                </p>
              ))}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
