'use client';

import { Volume2, VolumeX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { later } from '@/components/ui/later';
import { Popover } from '@/components/ui/popover';
import { useRingSettings } from './ring-settings-store';
import { useSoundAllowed } from './use-sound-allowed';

export const LaterRingPanel = later(() => import('./ring-panel').then(({ RingPanel }) => RingPanel));

/** How calls ring in this browser: sound, its volume, system notifications. */
export function RingMenu() {
  const t = useTranslations('desk.ring');
  const { isSoundOn } = useRingSettings();
  const isAllowed = useSoundAllowed();
  const isHeard = isSoundOn && isAllowed;
  const label = isHeard ? t('soundIsOn') : isSoundOn ? t('soundIsBlocked') : t('soundIsOff');

  return (
    <Popover
      align="end"
      title={t('settings')}
      trigger={
        <button
          type="button"
          aria-label={label}
          title={label}
          className="flex size-8 shrink-0 items-center justify-center rounded-md hover:bg-sunken"
        >
          {isHeard ? (
            <Volume2 aria-hidden="true" className="size-5" />
          ) : (
            <VolumeX aria-hidden="true" className="size-5 text-danger-ink" />
          )}
        </button>
      }
    >
      <LaterRingPanel />
    </Popover>
  );
}
