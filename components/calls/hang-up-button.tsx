'use client';

import { PhoneOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { useMyCalls } from './my-calls-provider';

/** Ends the call beside the call script; asks first, since the conversation then stays unfinished (IN-6). */
export function HangUpButton({ call }: { call: MyCall }) {
  const t = useTranslations('desk.hangUp');
  const tControl = useTranslations('desk.control.consult');
  const { personId, refresh } = useMyCalls();
  const { ofError } = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const hangUp = useChange(
    (_: undefined, { key }) => api.post(`/calls/${call.id}/hang-up`, undefined, { key }),
    {
      onDone: () => {
        setOpen(false);
        void refresh();
      },
    },
  );
  const leadsConversation = call.owner?.id === personId;
  return (
    <AlertDialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="call" variant="danger" icon={<PhoneOff />}>
          {t('open')}
        </Button>
      }
      title={t('title')}
      text={[
        ...(call.consult?.state === 'talking'
          ? [t('endsForColleague', { complete: tControl('complete') })]
          : []),
        leadsConversation ? t('leavesUnfinished') : t('text'),
      ].join(' ')}
      confirmLabel={t('confirm')}
      busy={hangUp.busy}
      error={hangUp.error ? ofError(hangUp.error) : null}
      onConfirm={() => void hangUp.run(undefined)}
    />
  );
}
