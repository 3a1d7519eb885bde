'use client';

import { PhoneOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { useAnnounce } from '@/components/shell/announcer';
import { Button } from '@/components/ui/button';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { useMyCalls } from '../my-calls-provider';

/** Takes a call back that nobody has answered; there is nothing to lose, so it does not ask. */
export function CallOffButton({ callId }: { callId: string }) {
  const t = useTranslations('desk.outgoing');
  const { refresh } = useMyCalls();
  const { ofError } = useErrorWords();
  const announce = useAnnounce();
  const callOff = useChange(
    (_: undefined, { key }) => api.post(`/calls/${callId}/hang-up`, undefined, { key }),
    {
      onDone: () => {
        announce('');
        void refresh();
      },
      onRefused: () => void refresh(),
    },
  );
  return (
    <>
      <Button
        size="call"
        variant="danger"
        icon={<PhoneOff />}
        busy={callOff.busy}
        onClick={() => void callOff.run(undefined)}
      >
        {t('callOff')}
      </Button>
      {callOff.error ? (
        <span role="alert" className="text-danger-ink text-sm">
          {ofError(callOff.error)}
        </span>
      ) : null}
    </>
  );
}
