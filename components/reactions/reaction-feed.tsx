'use client';

import { StickyNote } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { LetterState } from '@/components/letters/letter-state';
import { TextLink } from '@/components/ui/text-link';
import { Timeline } from '@/components/ui/timeline';
import type { ReactionView } from '@/lib/domain/reactions/reaction-views';
import { useDepartmentName } from './department-name';

/** What happened on one appeal, newest first, with every note in full. */
export function ReactionFeed({ reactions }: { reactions: readonly ReactionView[] }) {
  const t = useTranslations('reactions');
  const format = useFormatter();
  const departmentName = useDepartmentName();
  if (reactions.length === 0) return <p className="text-faint">{t('noReactions')}</p>;
  return (
    <Timeline
      label={t('title')}
      entries={reactions.map((reaction) => ({
        key: reaction.id,
        time: format.dateTime(reaction.happenedAt, 'dateTime'),
        icon: <StickyNote />,
        tone: reaction.type === 'complaint' ? 'danger' : 'accent',
        title: `${t(`types.${reaction.type}`)}: ${reaction.topic}`,
        detail: (
          <>
            {reaction.employee.name} · {departmentName(reaction.department)}
            {reaction.mayReviewCall ? (
              <>
                {' · '}
                <TextLink href={`/calls/${reaction.callId}`}>{t('showCall')}</TextLink>
              </>
            ) : null}
            {reaction.letter ? <LetterState letter={reaction.letter} /> : null}
            {reaction.note ? (
              <span dir="auto" className="block whitespace-pre-line">
                {reaction.note}
              </span>
            ) : null}
          </>
        ),
      }))}
    />
  );
}
