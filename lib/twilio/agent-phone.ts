import type { Call, Device } from '@twilio/voice-sdk';
import type { AgentPhone, AgentPhoneOptions } from '@/lib/domain/phones/agent-phone';
import { dialLeg } from './dial-leg';
import { inTime } from './in-time';
import { deviceOptions, loadSdk } from './voice-sdk';

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
    dial: (params, onLegEvent) => dialLeg(device, params, onLegEvent),
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
