'use client';

import { useTranslations } from 'use-intl';
import { NextReactionDialogs } from '@/components/reactions/next-reaction-dialogs';
import { NextReactionTable } from '@/components/reactions/next-reaction-table';
import { ReactionTable } from '@/components/reactions/reaction-table';
import { Panel } from '@/components/ui/panel';
import type { CallReview } from '@/lib/domain/calls/review-view';

type Props = { review: Pick<CallReview, 'reactions' | 'nextReactions'>; personId: string };

/** The records the call left, to be opened and changed where they live. */
export function CallRecords({ review: { reactions, nextReactions }, personId }: Props) {
  const t = useTranslations('calls.records');
  return (
    <NextReactionDialogs personId={personId}>
      <Panel title={t('title')} flush={reactions.length > 0}>
        {reactions.length > 0 ? (
          <ReactionTable rows={reactions} />
        ) : (
          <p className="text-faint">{t('none')}</p>
        )}
      </Panel>
      {nextReactions.length > 0 ? (
        <Panel title={t('next')} flush>
          <NextReactionTable rows={nextReactions} />
        </Panel>
      ) : null}
    </NextReactionDialogs>
  );
}
