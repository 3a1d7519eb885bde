'use client';

import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { usePhone } from '@/components/phone/phone-provider';
import { useAnnounce } from '@/components/shell/announcer';
import { Button } from '@/components/ui/button';
import { notifyOfLoss } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { useMyCalls } from './my-calls-provider';
import { useClaimProblem } from './use-claim-problem';

/** Takes the caller back whom the person gave away, as long as nobody has taken them (IN-10). */
export function TakeBackButton({ call }: { call: MyCall }) {
  const t = useTranslations('desk.bar');
  const { calls, personId, refresh } = useMyCalls();
  const { prepareClaim } = usePhone();
  const announce = useAnnounce();
  const problemOf = useClaimProblem();
  const [isPreparing, setPreparing] = useState(false);
  const takeBack = useChange(
    (_: undefined, options) => api.post(`/calls/${call.id}/take-back`, undefined, options),
    {
      onDone: () => {
        announce(t('isTakenBack'));
        void refresh();
      },
      onRefused: (error) => {
        announce(problemOf(error), 'alert');
        notifyOfLoss(problemOf(error));
        void refresh();
      },
    },
  );
  if (!call.mayTakeBack) return null;
  const isOnCall = calls.some(({ endedAt, claimedBy }) => endedAt === null && claimedBy?.id === personId);
  const run = async () => {
    if (isPreparing) return;
    setPreparing(true);
    const isReady = await prepareClaim().finally(() => setPreparing(false));
    if (isReady) await takeBack.run(undefined);
  };
  return (
    <Button
      size="call"
      icon={<Undo2 />}
      busy={takeBack.busy || isPreparing}
      disabledReason={isOnCall ? t('busy') : null}
      onClick={() => void run()}
    >
      {t('takeBack')}
    </Button>
  );
}
