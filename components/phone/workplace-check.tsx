'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ringSettings } from '@/components/calls/ring/ring-settings-store';
import { sharedTone } from '@/components/calls/ring/shared-tone';
import { Button } from '@/components/ui/button';
import { microphoneProblemOf, type PhoneProblem } from '@/lib/domain/phones/phone-problem';
import { openMicrophone } from './browser-parts';
import { type CheckResult, CheckStep } from './check-step';
import { DeviceSelects } from './device-selects';
import { LevelMeter } from './level-meter';
import { LineCheck } from './line-check';
import { useChosenDevices } from './phone-devices-store';
import { usePhone } from './phone-provider';

/** Goes through what a telephone in the browser needs at this workplace, one thing after the other. */
export function WorkplaceCheck() {
  const t = useTranslations('phone');
  const { microphone } = useChosenDevices();
  const { state, kind, startShift } = usePhone();
  const [isSupported, setSupported] = useState<boolean | null>(null);
  const [micProblem, setMicProblem] = useState<PhoneProblem | null>(null);
  const [isMicOpen, setMicOpen] = useState(false);
  const [isHeard, setHeard] = useState(false);
  const [rings, setRings] = useState<CheckResult>('unknown');
  const [permission, setPermission] = useState<NotificationPermission>('default');

  useEffect(() => {
    setSupported(Boolean(navigator.mediaDevices && navigator.locks && 'RTCPeerConnection' in window));
    if ('Notification' in window) setPermission(Notification.permission);
  }, []);

  const tryMicrophone = async () => {
    try {
      await openMicrophone(microphone);
      setMicProblem(null);
      setMicOpen(true);
    } catch (error) {
      setMicOpen(false);
      setMicProblem(microphoneProblemOf(error instanceof Error ? error.name : ''));
    }
  };
  const isOnLine = state.shift === 'on' && state.isRegistered;
  return (
    <ol className="flex flex-col gap-4">
      <CheckStep
        title={t('check.browser')}
        result={isSupported === null ? 'unknown' : isSupported ? 'good' : 'bad'}
        text={isSupported === false ? t('remedies.notSupported') : null}
      />
      <CheckStep
        title={t('check.microphone')}
        result={micProblem ? 'bad' : isHeard ? 'good' : 'unknown'}
        text={micProblem ? t(`remedies.${micProblem}`) : isMicOpen && !isHeard ? t('check.speak') : null}
      >
        {isMicOpen ? (
          <LevelMeter deviceId={microphone} onHeard={() => setHeard(true)} />
        ) : (
          <div>
            <Button disabled={isSupported === false} onClick={() => void tryMicrophone()}>
              {t('check.tryMicrophone')}
            </Button>
          </div>
        )}
        <DeviceSelects key={`${state.devicesVersion} ${isMicOpen}`} />
      </CheckStep>
      <CheckStep title={t('check.ring')} result={rings} text={rings === 'bad' ? t('check.ringRemedy') : null}>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => sharedTone().tryOut(ringSettings().volume)}>{t('check.tryRing')}</Button>
          <Button onClick={() => setRings('good')}>{t('check.heard')}</Button>
          <Button onClick={() => setRings('bad')}>{t('check.notHeard')}</Button>
        </div>
      </CheckStep>
      <CheckStep
        title={t('check.notifications')}
        result={permission === 'granted' ? 'good' : permission === 'denied' ? 'bad' : 'unknown'}
        text={permission === 'denied' ? t('check.notificationsRemedy') : null}
      >
        {permission === 'default' ? (
          <div>
            <Button onClick={() => void Notification.requestPermission().then(setPermission)}>
              {t('check.allowNotifications')}
            </Button>
          </div>
        ) : null}
      </CheckStep>
      <CheckStep
        title={t('check.line')}
        result={isOnLine ? 'good' : state.problem && state.shift !== 'elsewhere' ? 'bad' : 'unknown'}
        text={lineText()}
      >
        {kind === 'browser' && state.shift === 'off' ? (
          <div>
            <Button onClick={() => void startShift()}>{t('shift.start')}</Button>
          </div>
        ) : null}
      </CheckStep>
      {kind === 'browser' ? <LineCheck /> : null}
    </ol>
  );

  function lineText() {
    if (kind !== 'browser') return t('check.notByBrowser');
    if (state.shift === 'elsewhere') return t('shift.elsewhere');
    return state.problem ? `${t(`problems.${state.problem}`)} ${t(`remedies.${state.problem}`)}` : null;
  }
}
