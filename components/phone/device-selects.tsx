'use client';

import { useTranslations } from 'use-intl';
import { SelectField } from '@/components/ui/select-field';
import { chooseDevices, type PhoneDevices, useChosenDevices } from './phone-devices-store';
import { type SoundDevice, useSoundDevices } from './use-sound-devices';

const systemChoice = 'system';

/** Microphone, speaker and what rings, of this browser. */
export function DeviceSelects() {
  const t = useTranslations('phone.devices');
  const chosen = useChosenDevices();
  const { microphones, speakers } = useSoundDevices();
  const select = (which: keyof PhoneDevices, devices: readonly SoundDevice[]) => {
    const value = chosen[which];
    const isGone = value !== null && devices.length > 0 && !devices.some(({ id }) => id === value);
    return (
      <SelectField
        label={t(which)}
        value={value ?? systemChoice}
        warning={isGone ? t('gone') : undefined}
        onValueChange={(id) => chooseDevices({ [which]: id === systemChoice ? null : id })}
        options={[
          { value: systemChoice, label: t('system') },
          ...devices.map(({ id, label }, index) => ({
            value: id,
            label: label || t('unnamed', { number: index + 1 }),
          })),
          ...(isGone ? [{ value: value!, label: t('goneDevice') }] : []),
        ]}
      />
    );
  };
  return (
    <>
      {select('microphone', microphones)}
      {select('speaker', speakers)}
      {select('ringer', speakers)}
    </>
  );
}
