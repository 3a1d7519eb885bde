'use client';

import { Grip, Mic, MicOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useControl } from '@/components/calls/control/use-control';
import { useHotkey, useKeysOf } from '@/components/shell/hotkeys';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { usePhone } from './phone-provider';

const keypad = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

/** Mute and keypad of the browser's own end of a call; in another tab there is nothing to press. */
export function CallPhoneControls({ callId }: { callId: string }) {
  const t = useTranslations('phone.call');
  const { state, mute, press } = usePhone();
  const keys = useKeysOf('mute');
  const isHere = state.callId === callId && state.leg !== 'none';
  useHotkey('mute', () => mute(!state.isMuted), { enabled: isHere });
  if (!isHere) return null;
  return (
    <>
      <Button
        size="call"
        aria-pressed={state.isMuted}
        icon={state.isMuted ? <MicOff /> : <Mic />}
        keys={keys ?? undefined}
        onClick={() => mute(!state.isMuted)}
      >
        {state.isMuted ? t('unmute') : t('mute')}
      </Button>
      <Popover
        align="end"
        title={t('keypad')}
        trigger={
          <Button size="call" icon={<Grip />}>
            {t('keypad')}
          </Button>
        }
      >
        <div className="grid grid-cols-3 gap-2">
          {keypad.map((key) => (
            <Button key={key} size="call" onClick={() => press(key)}>
              {key}
            </Button>
          ))}
        </div>
      </Popover>
    </>
  );
}

/** What is to be known of the call's sound: muted, coming back, bad, or in another tab. */
export function CallPhoneState({ callId }: { callId: string }) {
  const t = useTranslations('phone.call');
  const { state } = usePhone();
  if (state.callId !== callId || state.leg === 'none') {
    return state.shift === 'elsewhere' ? <p>{t('soundInOtherTab')}</p> : <LostSound callId={callId} />;
  }
  return (
    <>
      {state.isMuted ? <p className="text-danger-ink">{t('isMuted')}</p> : null}
      {state.leg === 'reconnecting' ? (
        <p role="status" className="text-danger-ink">
          {t('reconnecting')}
        </p>
      ) : null}
      {state.warnings.map((warning) => (
        <p key={warning} role="status">
          {t(`warnings.${warning}`)}
        </p>
      ))}
    </>
  );
}

const lostAfterMs = 3000;

/** The tab is out of its call, for example after it was loaded anew, and the line has not noticed yet. */
function LostSound({ callId }: { callId: string }) {
  const t = useTranslations('phone.call');
  const { order, busy, problem } = useControl(callId);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLost(true), lostAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <p role="status" className="text-danger-ink">
        {isLost ? (problem ?? t('lost')) : null}
      </p>
      {isLost ? (
        <Button busy={busy} onClick={() => void order({ path: 'leave', said: t('isComingBack') })}>
          {t('bringBack')}
        </Button>
      ) : null}
    </>
  );
}
