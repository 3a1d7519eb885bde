'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import type { ScoreCardState } from '@/lib/domain/score-cards/score-card';

const tones: Record<ScoreCardState, 'plain' | 'accent' | 'good' | 'warning' | 'danger'> = {
  draft: 'plain',
  sent: 'accent',
  objected: 'danger',
  upheld: 'warning',
  acknowledged: 'good',
};

export function ScoreCardStateBadge({ state }: { state: ScoreCardState }) {
  const t = useTranslations('scoreCards.states');
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
