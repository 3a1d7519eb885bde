'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/components/api';
import { usePhone } from '@/components/phone/phone-provider';
import { useAnnounce } from '@/components/shell/announcer';
import { useHotkey } from '@/components/shell/hotkeys';
import { notifyOfLoss } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { useMyCalls } from './my-calls-provider';
import { useClaimProblem } from './use-claim-problem';

/** Claims a ringing call once the person's phone is ready for it, and goes to the desk. Who comes too late is told who has it. */
export function useAnswer(call: Pick<MyCall, 'id'>, { byHotkey }: { byHotkey: boolean }) {
  const { refresh } = useMyCalls();
  const { prepareClaim } = usePhone();
  const router = useRouter();
  const announce = useAnnounce();
  const problemOf = useClaimProblem();
  const claim = useChange(
    (_: undefined, options) => api.post(`/calls/${call.id}/claim`, undefined, options),
    {
      onDone: () => {
        router.push(`/desk?call=${call.id}`);
        void refresh();
      },
      onRefused: (error) => {
        announce(problemOf(error), 'alert');
        notifyOfLoss(problemOf(error));
        void refresh();
      },
    },
  );
  const [isPreparing, setPreparing] = useState(false);
  const prepareAndClaim = async () => {
    if (isPreparing) return;
    setPreparing(true);
    const isReady = await prepareClaim().finally(() => setPreparing(false));
    if (isReady) await claim.run(undefined);
  };
  const answer = () => void prepareAndClaim();
  useHotkey('answer', answer, { enabled: byHotkey });
  return {
    answer,
    isAnswering: claim.busy || isPreparing,
    problem: claim.error ? problemOf(claim.error) : null,
  };
}
