'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import { ComplainDialog } from './complain-dialog';

/** SA-3: the client was dissatisfied, and the complaint has still to be written. A dialog once open stays when it was meanwhile. */
export function ComplaintOwed({ round }: { round: RoundView }) {
  const t = useTranslations('rounds');
  const [isOpen, open] = useState(false);
  const { state, may } = round;
  return (
    <>
      {state === 'complaintOwed' ? (
        <InlineAlert
          tone="danger"
          title={t('owed.title')}
          actions={
            may.settle ? (
              <Button
                variant="primary"
                disabledReason={round.talk === 'running' ? t('problems.callRuns') : null}
                onClick={() => open(true)}
              >
                {t('actions.complain')}
              </Button>
            ) : null
          }
        >
          {t('owed.one')}
          {round.talk === 'unfinished' ? <p>{t('owed.unfinished')}</p> : null}
        </InlineAlert>
      ) : null}
      {isOpen ? <ComplainDialog round={round} onClose={() => open(false)} /> : null}
    </>
  );
}
