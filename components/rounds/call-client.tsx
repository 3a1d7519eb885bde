'use client';

import { useTranslations } from 'use-intl';
import { CallPhones } from '@/components/calls/outgoing/call-phones';
import { currentSatisfactionRound } from '@/lib/domain/call-scripts/catalog';
import type { RoundView } from '@/lib/domain/rounds/round-views';

/** SA-1: a press calls the client by the call script of a round. */
export function CallClient({ round }: { round: RoundView }) {
  const t = useTranslations('rounds');
  return (
    <CallPhones
      phones={round.counterparty.phones}
      script={{ id: currentSatisfactionRound.id, subjectId: round.id }}
      offReason={round.may.call ? null : t('problems.hourTried')}
      none={t('noPhones')}
    />
  );
}
