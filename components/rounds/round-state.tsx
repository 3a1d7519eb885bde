'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import type { RoundState } from '@/lib/domain/rounds/round';

const tones: Record<RoundState, 'plain' | 'accent' | 'good' | 'warning' | 'danger'> = {
  planned: 'plain',
  complaintOwed: 'danger',
  satisfied: 'good',
  dissatisfied: 'danger',
  notReached: 'warning',
  refused: 'warning',
  missed: 'warning',
  cancelled: 'plain',
};

export function RoundStateBadge({ state }: { state: RoundState }) {
  const t = useTranslations('rounds.states');
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
