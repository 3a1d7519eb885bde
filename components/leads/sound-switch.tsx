'use client';

import clsx from 'clsx';
import { Volume2, VolumeX } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { useSoundAllowed } from '@/components/calls/ring/use-sound-allowed';
import { Button } from '@/components/ui/button';
import { isLeadSoundOn, keepLeadSound, onLeadSoundChange } from './lead-sound';
import { playLeadTone } from './lead-tone';

const states = ['on', 'off', 'blocked'] as const;

/**
 * Whether leads and urgent next reactions make a sound in this browser. It is as wide as its longest words: they change
 * at the first press on the page, and what stands beside it must not move from under that press.
 */
export function SoundSwitch() {
  const t = useTranslations('leads.sound');
  const isSounding = useSyncExternalStore(onLeadSoundChange, isLeadSoundOn, () => true);
  const isAllowed = useSoundAllowed();
  const state = !isSounding ? 'off' : isAllowed ? 'on' : 'blocked';
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
      <span className="grid text-left">
        {states.map((one) => (
          <span
            key={one}
            aria-hidden={one !== state || undefined}
            className={clsx('col-start-1 row-start-1', one !== state && 'invisible')}
          >
            {t(one)}
          </span>
        ))}
      </span>
    </Button>
  );
}
