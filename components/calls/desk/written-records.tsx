'use client';

import { useTranslations } from 'use-intl';
import { useDepartmentName } from '@/components/reactions/department-name';
import { DescriptionList } from '@/components/ui/description-list';
import { DueBadge } from '@/components/ui/due-badge';
import { TextLink } from '@/components/ui/text-link';
import type { CallView } from '@/lib/domain/calls/call-view';

/** The records the call made: card, appeal, and what each next reaction waits for. */
export function WrittenRecords({ records }: { records: CallView['records'] }) {
  const t = useTranslations('desk.records');
  const departmentName = useDepartmentName();
  const { counterparty, appeal, nextReactions } = records;
  return (
    <DescriptionList
      entries={[
        counterparty && {
          term: t('counterparty'),
          value: <TextLink href={`/counterparties/${counterparty.id}`}>{counterparty.name}</TextLink>,
        },
        appeal && {
          term: t('appeal'),
          value: (
            <TextLink href={`/appeals/${appeal.id}`}>
              {t('appealNumber', { number: appeal.number, topic: appeal.topic })}
            </TextLink>
          ),
        },
        ...nextReactions.map((next) => ({
          term: t('next'),
          value: (
            <span className="flex flex-wrap items-center gap-x-2">
              {[departmentName(next.department), next.employeeName].filter(Boolean).join(' · ')}
              <DueBadge dueAt={next.dueAt} startedAt={next.startedAt} doneAt={next.endedAt} />
            </span>
          ),
        })),
      ]}
    />
  );
}
