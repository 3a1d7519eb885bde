'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { drawnPeaks } from './player-position';

type Props = {
  audio: RefObject<HTMLAudioElement | null>;
  peaks: readonly (readonly number[])[];
  durationSeconds: number;
};

/** The loudness of both channels, out of peaks made beforehand: decoration that a mouse may seek in. */
export function Waveform({ audio, peaks, durationSeconds }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const container = place.current;
    const media = audio.current;
    if (!container || !media) return;
    let isGone = false;
    let destroy: (() => void) | undefined;
    void import('wavesurfer.js').then(({ default: WaveSurfer }) => {
      if (isGone) return;
      const { color, borderColor } = getComputedStyle(container);
      const drawn = WaveSurfer.create({
        container,
        media,
        peaks: drawnPeaks(peaks),
        duration: durationSeconds,
        height: 56,
        normalize: true,
        waveColor: borderColor,
        progressColor: color,
        cursorWidth: 1,
      });
      destroy = () => drawn.destroy();
    });
    return () => {
      isGone = true;
      destroy?.();
    };
  }, [audio, peaks, durationSeconds]);
  return <div ref={place} aria-hidden="true" className="h-14 border-edge text-accent" />;
}
