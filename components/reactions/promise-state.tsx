'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { DueBadge } from '@/components/ui/due-badge';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';

/** How a promise stands. The minute of a lead is kept by its acceptance; what then counts is its result. */
export function PromiseState({ next }: { next: NextReactionView }) {
  const t = useTranslations('reactions');
  if (next.outcome) return <Badge tone="good">{t(`outcomes.${next.outcome}`)}</Badge>;
  if (next.lead && next.lead.acceptedAt !== null && next.postponedCount === 0) {
    return <Badge tone="accent">{t('leadAccepted')}</Badge>;
  }
  return <DueBadge dueAt={next.dueAt} startedAt={next.startedAt} paused={next.isPaused} />;
}
