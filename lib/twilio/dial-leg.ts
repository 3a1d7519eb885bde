import type { Call, Device } from '@twilio/voice-sdk';
import type { LegEvent, PhoneLeg } from '@/lib/domain/phones/agent-phone';
import { inTime } from './in-time';

const hangUp = (call: Call) => call.disconnect();

/** @throws the SDK's error, or `{ code, isStuck }`: the device dials nothing any more. */
export async function dialLeg(
  device: Pick<Device, 'connect' | 'disconnectAll'>,
  params: Record<string, string>,
  onEvent: (event: LegEvent) => void,
): Promise<PhoneLeg> {
  const connecting = device.connect({ params });
  const call = await inTime(connecting, () => {
    // The device goes on waiting for its line: whom nobody waits for any more must not come into the room.
    void connecting.then(hangUp, () => undefined);
    device.disconnectAll();
  });
  call.on('accept', () => onEvent({ type: 'joined' }));
  call.on('disconnect', () => onEvent({ type: 'ended' }));
  call.on('cancel', () => onEvent({ type: 'ended' }));
  call.on('error', (error: { code?: number }) => onEvent({ type: 'failed', code: error.code ?? 0 }));
  call.on('reconnecting', () => onEvent({ type: 'reconnecting' }));
  call.on('reconnected', () => onEvent({ type: 'reconnected' }));
  call.on('warning', (warning: string) => onEvent({ type: 'warned', warning }));
  call.on('warning-cleared', (warning: string) => onEvent({ type: 'warningCleared', warning }));
  return {
    mute: (isMuted) => call.mute(isMuted),
    press: (digits) => call.sendDigits(digits),
    hangUp: () => hangUp(call),
  };
}
