'use client';

import { Volume2, VolumeX } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { useSoundAllowed } from '@/components/calls/ring/use-sound-allowed';
import { Button } from '@/components/ui/button';
import { isLeadSoundOn, keepLeadSound, onLeadSoundChange } from './lead-sound';
import { playLeadTone } from './lead-tone';

/** Whether leads and urgent next reactions make a sound in this browser. */
export function SoundSwitch() {
  const t = useTranslations('leads.sound');
  const isSounding = useSyncExternalStore(onLeadSoundChange, isLeadSoundOn, () => true);
  const isAllowed = useSoundAllowed();
  return (
    <Button
      variant="quiet"
      aria-pressed={isSounding}
      icon={isSounding && isAllowed ? <Volume2 /> : <VolumeX />}
      onClick={() => {
        keepLeadSound(!isSounding);
        if (!isSounding) void playLeadTone('arrived');
      }}
    >
      {t(!isSounding ? 'off' : isAllowed ? 'on' : 'blocked')}
    </Button>
  );
}
