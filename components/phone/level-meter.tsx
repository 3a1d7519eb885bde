'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { levelOf } from './sound-level';

type Props = { deviceId: string | null; onHeard?: () => void };

/** How loud the microphone hears, while it is shown. */
export function LevelMeter({ deviceId, onHeard }: Props) {
  const t = useTranslations('phone.level');
  const [level, setLevel] = useState<number | null>(0);

  useEffect(() => {
    let isOver = false;
    let stop = () => {};
    const audio = deviceId ? { deviceId: { ideal: deviceId } } : true;
    const listen = async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio });
      const context = new AudioContext();
      stop = () => {
        for (const track of stream.getTracks()) track.stop();
        void context.close();
      };
      if (isOver) return stop();
      const analyser = context.createAnalyser();
      context.createMediaStreamSource(stream).connect(analyser);
      const samples = new Float32Array(analyser.fftSize);
      const timer = setInterval(() => {
        analyser.getFloatTimeDomainData(samples);
        setLevel(levelOf(samples));
      }, 100);
      const close = stop;
      stop = () => {
        clearInterval(timer);
        close();
      };
    };
    listen().catch(() => {
      if (!isOver) setLevel(null);
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [deviceId]);

  const isHeard = level !== null && level >= 15;
  useEffect(() => {
    if (isHeard) onHeard?.();
  }, [isHeard, onHeard]);

  if (level === null) return <p className="text-danger-ink text-sm">{t('none')}</p>;
  return (
    <div className="flex flex-col gap-1">
      <span className="font-medium text-sm text-soft">{t('label')}</span>
      <meter aria-label={t('label')} min={0} max={100} value={level} className="h-4 w-full" />
    </div>
  );
}
