'use client';

import { Mic, MicOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useHotkey, useKeysOf } from '@/components/shell/hotkeys';
import { Button } from '@/components/ui/button';
import type { MyCall } from '@/lib/domain/calls/call-view';
import type { Control } from './use-control';

/** The own microphone of a telephone that is not the browser, switched off at the line (S2). */
export function MuteButton({ call: { isMuted }, control }: { call: MyCall; control: Control }) {
  const t = useTranslations('desk.control');
  const keys = useKeysOf('mute') ?? undefined;
  const press = () =>
    void control.order(
      isMuted ? { path: 'unmute', said: t('isUnmuted') } : { path: 'mute', said: t('isMuted') },
    );
  useHotkey('mute', press);
  return (
    <Button
      size="call"
      variant={isMuted ? 'primary' : 'secondary'}
      icon={isMuted ? <MicOff /> : <Mic />}
      keys={keys}
      busy={control.busy}
      onClick={press}
    >
      {t(isMuted ? 'unmute' : 'mute')}
    </Button>
  );
}
