'use client';

import { useTranslations } from 'use-intl';
import { NextReactionDialogs } from '@/components/reactions/next-reaction-dialogs';
import { NextReactionTable } from '@/components/reactions/next-reaction-table';
import { ReactionTable } from '@/components/reactions/reaction-table';
import { RemarkActions } from '@/components/reviews/remark-actions';
import { ReviewActions } from '@/components/reviews/review-actions';
import { ReviewNote } from '@/components/reviews/review-note';
import { Panel } from '@/components/ui/panel';
import type { CallReview } from '@/lib/domain/calls/review-view';

type Props = { review: Pick<CallReview, 'reactions' | 'reviewed' | 'nextReactions'>; personId: string };

/** The records the call left, to be opened and changed where they live. */
export function CallRecords({ review: { reactions, reviewed, nextReactions }, personId }: Props) {
  const t = useTranslations('calls.records');
  const reviews = useTranslations('reviews');
  return (
    <NextReactionDialogs personId={personId}>
      <Panel title={t('title')} flush={reactions.length > 0}>
        {reactions.length > 0 ? (
          <ReactionTable rows={reactions} />
        ) : (
          <p className="text-faint">{t('none')}</p>
        )}
      </Panel>
      {reviewed.length > 0 ? (
        <Panel title={reviews('ofCall')}>
          <ul className="flex flex-col gap-3">
            {reviewed.map((row) => (
              <li
                key={row.reaction.id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2"
              >
                <div className="min-w-0">
                  <p className="font-medium [overflow-wrap:anywhere]">{row.reaction.topic}</p>
                  <ReviewNote review={row.review} />
                </div>
                <div className="flex flex-wrap gap-2">
                  <RemarkActions reviewed={row} />
                  <ReviewActions reviewed={row} />
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {nextReactions.length > 0 ? (
        <Panel title={t('next')} flush>
          <NextReactionTable rows={nextReactions} />
        </Panel>
      ) : null}
    </NextReactionDialogs>
  );
}
