'use client';

import { Pause, Play } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useHotkey, useKeysOf } from '@/components/shell/hotkeys';
import { Button } from '@/components/ui/button';
import type { MyCall } from '@/lib/domain/calls/call-view';
import type { Control } from './use-control';

/** Music for the caller and back (S2). */
export function HoldButton({ call, control }: { call: MyCall; control: Control }) {
  const t = useTranslations('desk.control');
  const keys = useKeysOf('hold') ?? undefined;
  const isHeld = call.heldSince !== null;
  const press = () =>
    void control.order(
      isHeld ? { path: 'resume', said: t('isResumed') } : { path: 'hold', said: t('isHeld') },
    );
  useHotkey('hold', press);
  return (
    <Button
      size="call"
      variant={isHeld ? 'primary' : 'secondary'}
      icon={isHeld ? <Play /> : <Pause />}
      keys={keys}
      busy={control.busy}
      onClick={press}
    >
      {t(isHeld ? 'resume' : 'hold')}
    </Button>
  );
}
