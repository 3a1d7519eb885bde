'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import type { ComplaintState } from '@/lib/domain/complaints/complaint';

const tones: Record<ComplaintState, 'plain' | 'accent' | 'good' | 'warning' | 'danger'> = {
  received: 'danger',
  inWork: 'warning',
  answered: 'accent',
  closed: 'good',
};

export function ComplaintStateBadge({ state }: { state: ComplaintState }) {
  const t = useTranslations('complaints.stateOne');
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
