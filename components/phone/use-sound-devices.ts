'use client';

import { useEffect, useState } from 'react';

export type SoundDevice = { id: string; label: string };
export type SoundDevices = { microphones: SoundDevice[]; speakers: SoundDevice[] };

/** What is plugged in; names are known once the microphone was allowed. Shown anew, it looks anew. */
export function useSoundDevices(): SoundDevices {
  const [found, setFound] = useState<SoundDevices>({ microphones: [], speakers: [] });
  useEffect(() => {
    const media = navigator.mediaDevices;
    if (!media) return;
    let isOver = false;
    const read = async () => {
      const all = await media.enumerateDevices().catch(() => []);
      const ofKind = (kind: MediaDeviceKind) =>
        all
          .filter((device) => device.kind === kind && device.deviceId !== '' && device.deviceId !== 'default')
          .map(({ deviceId, label }) => ({ id: deviceId, label }));
      if (!isOver) setFound({ microphones: ofKind('audioinput'), speakers: ofKind('audiooutput') });
    };
    void read();
    media.addEventListener('devicechange', read);
    return () => {
      isOver = true;
      media.removeEventListener('devicechange', read);
    };
  }, []);
  return found;
}
