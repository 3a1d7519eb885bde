'use client';

import { BellRing, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { SwitchField } from '@/components/ui/switch-field';
import { chooseRing, useRingSettings } from './ring-settings-store';
import { sharedTone } from './shared-tone';
import { useSoundAllowed } from './use-sound-allowed';

/** How calls ring in this browser: sound, its volume, system notifications. */
export function RingMenu() {
  const t = useTranslations('desk.ring');
  const { isSoundOn, volume } = useRingSettings();
  const [permission, setPermission] = useState<NotificationPermission | 'unknown'>('unknown');
  const volumeId = useId();
  const isAllowed = useSoundAllowed();
  const isHeard = isSoundOn && isAllowed;
  const label = isHeard ? t('soundIsOn') : isSoundOn ? t('soundIsBlocked') : t('soundIsOff');

  useEffect(() => {
    if ('Notification' in window) setPermission(Notification.permission);
  }, []);

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
      <div className="flex w-64 flex-col gap-3">
        <SwitchField
          label={t('sound')}
          value={isSoundOn}
          onValueChange={(value) => chooseRing({ isSoundOn: value })}
        />
        <div className="flex flex-col gap-1">
          <label htmlFor={volumeId} className="font-medium text-sm text-soft">
            {t('volume')}
          </label>
          <input
            id={volumeId}
            type="range"
            min={10}
            max={100}
            step={10}
            value={volume}
            disabled={!isSoundOn}
            onChange={(event) => chooseRing({ volume: Number(event.target.value) })}
            className="h-6 w-full accent-accent"
          />
        </div>
        <Button icon={<BellRing />} disabled={!isSoundOn} onClick={() => sharedTone().tryOut(volume)}>
          {t('tryOut')}
        </Button>
        {permission === 'default' ? (
          <Button onClick={() => void Notification.requestPermission().then(setPermission)}>
            {t('allowNotifications')}
          </Button>
        ) : null}
        {permission === 'denied' ? <p className="text-faint text-sm">{t('notificationsDenied')}</p> : null}
        {permission === 'granted' ? <p className="text-faint text-sm">{t('notificationsOn')}</p> : null}
      </div>
    </Popover>
  );
}
