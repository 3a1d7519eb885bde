'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { usePageChange } from '@/components/use-page-change';
import type { RoundInFull } from '@/lib/domain/rounds/round-views';
import { useRoundTimes } from './use-round-times';

/** SA-2: asks before the note of a letter is taken back, and says what goes with it. */
export function LetterBackDialog({ round, onClose }: { round: RoundInFull; onClose: () => void }) {
  const t = useTranslations('rounds.letterBackForm');
  const times = useRoundTimes();
  const change = usePageChange('rounds.problems', onClose);
  const [said] = useState(() => ({
    at: times.at(round.letter?.receivedAt ?? 0),
    file: round.letterFile?.name ?? '—',
  }));
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('title')}
      text={t('text', said)}
      confirmLabel={t('confirm')}
      busy={change.busy}
      error={change.problem}
      onConfirm={() =>
        void change.run({ method: 'delete', path: `/rounds/${round.id}/letter`, done: t('done') })
      }
    />
  );
}
