'use client';

import { ArrowLeftRight, UserCheck, UserMinus, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useHotkey, useKeysOf } from '@/components/shell/hotkeys';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { useMyCalls } from '../my-calls-provider';
import type { Control } from './use-control';

type Props = { call: MyCall; consult: NonNullable<MyCall['consult']>; control: Control };

/** What can be done with a colleague who is asked: to the caller and back, three together, leave, or let them go (S4). */
export function ConsultActions({ call, consult, control }: Props) {
  const t = useTranslations('desk.control.consult');
  const swapKeys = useKeysOf('hold') ?? undefined;
  const isOn = consult.state === 'talking';
  const swapTo = consult.talksTo === 'colleague' ? 'caller' : 'colleague';
  const turn = (talksTo: 'colleague' | 'caller' | 'everyone') =>
    void control.order({ path: 'consult/turn', body: { talksTo }, said: t(`turned.${talksTo}`) });
  useHotkey('hold', () => turn(swapTo), { enabled: isOn });

  const cancel = (
    <Button
      size="call"
      icon={<UserMinus />}
      busy={control.busy}
      onClick={() => void control.order({ path: 'consult/cancel', said: t('isCancelled') })}
    >
      {t(isOn ? 'letGo' : 'cancel')}
    </Button>
  );
  if (!isOn) return cancel;
  return (
    <>
      <Button
        size="call"
        icon={<ArrowLeftRight />}
        keys={swapKeys}
        busy={control.busy}
        onClick={() => turn(swapTo)}
      >
        {t(`turn.${swapTo}`)}
      </Button>
      {consult.talksTo === 'everyone' ? null : (
        <Button size="call" icon={<Users />} busy={control.busy} onClick={() => turn('everyone')}>
          {t('turn.everyone')}
        </Button>
      )}
      <CompleteButton call={call} consult={consult} control={control} />
      {cancel}
    </>
  );
}

/** Asks first: whoever leaves does not come back, and their conversation may stay unfinished (IN-6). */
function CompleteButton({ call, consult, control }: Props) {
  const t = useTranslations('desk.control.consult');
  const { personId } = useMyCalls();
  const [isOpen, setOpen] = useState(false);
  const name = consult.number ?? consult.employee?.name ?? '';
  const leadsConversation = call.owner?.id === personId;
  return (
    <AlertDialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="call" variant="primary" icon={<UserCheck />}>
          {t('complete')}
        </Button>
      }
      title={t('completeTitle', { name })}
      text={t(leadsConversation ? 'completeLeavesUnfinished' : 'completeText')}
      confirmLabel={t('complete')}
      tone="primary"
      busy={control.busy}
      error={control.problem}
      onConfirm={() => {
        void control.order({ path: 'consult/complete', said: t('isCompleted', { name }) }).then((isDone) => {
          if (isDone) setOpen(false);
        });
      }}
    />
  );
}
