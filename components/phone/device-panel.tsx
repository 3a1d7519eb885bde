'use client';

import { DeviceSelects } from './device-selects';
import { LevelMeter } from './level-meter';
import { useChosenDevices } from './phone-devices-store';

/** Which microphone and speakers the telephone uses, and how loud the microphone is while one looks. */
export function DevicePanel({ version, isHeard }: { version: number; isHeard: boolean }) {
  const { microphone } = useChosenDevices();
  return (
    <>
      <DeviceSelects key={version} />
      {isHeard ? <LevelMeter deviceId={microphone} /> : null}
    </>
  );
}
