'use client';

import { BellRing } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { SwitchField } from '@/components/ui/switch-field';
import { chooseRing, useRingSettings } from './ring-settings-store';
import { sharedTone } from './shared-tone';

const permissionNow = () => ('Notification' in window ? Notification.permission : 'unknown');

/** Sound, its volume, system notifications. */
export function RingPanel() {
  const t = useTranslations('desk.ring');
  const { isSoundOn, volume } = useRingSettings();
  const [permission, setPermission] = useState<NotificationPermission | 'unknown'>(permissionNow);
  const volumeId = useId();
  return (
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
  );
}
