'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import type { CallOutcome } from '@/lib/domain/calls/call';
import type { JournalRow } from '@/lib/domain/calls/journal-view';

const tones: Record<CallOutcome, 'good' | 'danger' | 'warning' | 'plain'> = {
  answered: 'good',
  missed: 'danger',
  abandoned: 'danger',
  closedHours: 'warning',
  blocked: 'plain',
  failed: 'danger',
  busy: 'warning',
  noAnswer: 'warning',
  calledOff: 'plain',
};

/** How a call came out, or where it is while it lasts. */
export function CallOutcomeBadge({ call }: { call: JournalRow }) {
  const t = useTranslations('calls');
  return (
    <span className="inline-flex flex-wrap gap-1">
      {call.outcome ? (
        <Badge tone={tones[call.outcome]}>{t(`outcomes.${call.outcome}`)}</Badge>
      ) : (
        <Badge tone={call.phase === 'ended' ? 'plain' : 'accent'}>{t(`phases.${call.phase}`)}</Badge>
      )}
      {call.unfinishedSince !== null && call.finishedAt === null ? (
        <Badge tone="warning">{t('isUnfinished')}</Badge>
      ) : null}
      {call.discardReason !== null ? <Badge>{t('isDiscarded')}</Badge> : null}
      {call.quarantinedAt !== null ? <Badge tone="danger">{t('isQuarantined')}</Badge> : null}
    </span>
  );
}
