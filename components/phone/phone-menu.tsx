'use client';

import { Headset } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { later } from '@/components/ui/later';
import { Link } from '@/components/ui/link';
import { Popover } from '@/components/ui/popover';
import { StatusSign } from '@/components/ui/status-sign';
import type { BrowserPhoneState } from './browser-phone';
import { usePhone } from './phone-provider';

export const LaterDevicePanel = later(() => import('./device-panel').then(({ DevicePanel }) => DevicePanel));

type PhoneWord = 'off' | 'starting' | 'elsewhere' | 'onCall' | 'ready' | 'noLine';

function wordOf({ shift, leg, isRegistered }: BrowserPhoneState): PhoneWord {
  if (shift !== 'on') return shift;
  if (leg !== 'none') return 'onCall';
  return isRegistered ? 'ready' : 'noLine';
}

const looks = {
  off: { shape: 'dash', tone: 'plain' },
  starting: { shape: 'ring', tone: 'plain' },
  elsewhere: { shape: 'ring', tone: 'plain' },
  onCall: { shape: 'half', tone: 'accent' },
  ready: { shape: 'disc', tone: 'good' },
  noLine: { shape: 'cross', tone: 'danger' },
} as const;

/** The browser's telephone in the top bar: its state, its shift, its devices; only for whose telephone it is. */
export function PhoneMenu() {
  const t = useTranslations('phone');
  const { kind, state, startShift, endShift } = usePhone();
  const [isOpen, setOpen] = useState(false);
  if (kind !== 'browser') return null;
  const word = wordOf(state);
  if (word === 'off' || word === 'starting') {
    return (
      <Button
        variant="primary"
        icon={<Headset aria-hidden="true" className="size-4" />}
        busy={word === 'starting'}
        onClick={() => void startShift()}
      >
        <span className="phone:sr-only">{t('shift.start')}</span>
      </Button>
    );
  }
  return (
    <Popover
      align="end"
      title={t('label')}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          title={t(`states.${word}`)}
          className="flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2 hover:bg-sunken"
        >
          <Headset aria-hidden="true" className="size-5" />
          <StatusSign {...looks[word]} />
          <span className="sr-only">
            {t('label')}: {t(`states.${word}`)}
          </span>
        </button>
      }
    >
      <div className="flex w-72 flex-col gap-3">
        <p>{t(`states.${word}`)}</p>
        {state.shift === 'elsewhere' ? (
          <Button onClick={() => void startShift({ isForced: true })}>{t('shift.takeHere')}</Button>
        ) : (
          <>
            <LaterDevicePanel version={state.devicesVersion} isHeard={isOpen} />
            <Button disabledReason={state.leg === 'none' ? null : t('shift.onCall')} onClick={endShift}>
              {t('shift.end')}
            </Button>
          </>
        )}
        <Link href="/settings/workplace" className="text-accent-ink underline" onClick={() => setOpen(false)}>
          {t('check.title')}
        </Link>
      </div>
    </Popover>
  );
}
