import type { Call, Device } from '@twilio/voice-sdk';
import type { AgentPhone, AgentPhoneOptions, LegEvent, PhoneLeg } from '@/lib/domain/phones/agent-phone';
import { deviceOptions, loadSdk } from './voice-sdk';

/** Longer than a connection takes; without a line, or with a token that ran out, the SDK never answers (twilio-voice.js#85). */
const timeoutMs = 10_000;
/** Twilio's code of a signalling connection that did not come about. */
const noConnection = 53_000;

/** The browser's telephone by Twilio's SDK. In the browser only; the SDK is loaded on first use. */
export async function makeAgentPhone({ token, standIn, onEvent }: AgentPhoneOptions): Promise<AgentPhone> {
  const sdk = await loadSdk(standIn);
  const options = {
    ...deviceOptions(standIn),
    closeProtection: true,
    tokenRefreshMs: 60_000,
    enableImprovedSignalingErrorPrecision: true,
  };
  const device = new sdk.Device(token, options);
  device.audio?.incoming(false);
  device.audio?.outgoing(false);
  device.on('registered', () => onEvent({ type: 'registered' }));
  device.on('unregistered', () => onEvent({ type: 'unregistered' }));
  device.on('tokenWillExpire', () => onEvent({ type: 'tokenWillExpire' }));
  device.on('error', (error: { code?: number }, call?: Call) => {
    if (!call) onEvent({ type: 'failed', code: error.code ?? 0 });
  });
  // Nobody calls a browser here: its console tells it when to dial.
  device.on('incoming', (call: Call) => call.ignore());
  device.audio?.on('deviceChange', () => onEvent({ type: 'devicesChanged' }));
  return {
    register: () => inTime(device.register(), () => undefined),
    renew: (renewed) => device.updateToken(renewed),
    dial: (params, onLegEvent) => dial(device, params, onLegEvent),
    setMicrophone: (deviceId) => setMicrophone(device, deviceId),
    setSpeaker: (deviceId) => setSpeaker(device, deviceId),
    close: () => device.destroy(),
  };
}

/** A device that is unplugged leaves the choice to the system. */
async function setMicrophone({ audio }: Device, deviceId: string | null): Promise<void> {
  if (deviceId && audio?.availableInputDevices.has(deviceId)) await audio.setInputDevice(deviceId);
  else await audio?.unsetInputDevice();
}

async function setSpeaker({ audio }: Device, deviceId: string | null): Promise<void> {
  if (!audio?.isOutputSelectionSupported) return;
  const { availableOutputDevices: available, speakerDevices } = audio;
  const id = deviceId && available.has(deviceId) ? deviceId : 'default';
  // Not every system lists its own choice, which needs no choosing before another was chosen.
  if (available.has(id)) await speakerDevices.set(id);
}

async function dial(
  device: Device,
  params: Record<string, string>,
  onEvent: (event: LegEvent) => void,
): Promise<PhoneLeg> {
  const call = await inTime(device.connect({ params }), () => device.disconnectAll());
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
    hangUp: () => call.disconnect(),
  };
}

/** @throws `{ code }` when it takes too long, after `giveUp` */
async function inTime<Answer>(answer: Promise<Answer>, giveUp: () => void): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUp();
      reject({ code: noConnection });
    }, timeoutMs);
  });
  return Promise.race([answer, tooLong]).finally(() => clearTimeout(timer));
}
