import type { Call, Device } from '@twilio/voice-sdk';
import type { AgentPhone, AgentPhoneOptions, LegEvent, PhoneLeg } from '@/lib/domain/phones/agent-phone';

/** Longer than a connection takes; without a line, or with a token that ran out, the SDK never answers (twilio-voice.js#85). */
const timeoutMs = 10_000;
/** Twilio's code of a signalling connection that did not come about. */
const noConnection = 53_000;

const keys = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
/** All of them are ours: the SDK would fetch the rest from Twilio. */
const sounds: Record<string, string> = {
  incoming: '/sounds/disconnect.wav',
  outgoing: '/sounds/disconnect.wav',
  disconnect: '/sounds/disconnect.wav',
  dtmfs: '/sounds/key-star.wav',
  dtmfh: '/sounds/key-hash.wav',
  ...Object.fromEntries(keys.map((key) => [`dtmf${key}`, `/sounds/key-${key}.wav`])),
};

/** The browser's telephone by Twilio's SDK. In the browser only; the SDK is loaded on first use. */
export async function makeAgentPhone({ token, standIn, onEvent }: AgentPhoneOptions): Promise<AgentPhone> {
  if (standIn) reachStandIn(standIn);
  const sdk = await import('@twilio/voice-sdk');
  // Where the provider is stood in for, the SDK is told so by options it keeps for tests.
  const standInOptions = standIn ? { chunderw: standIn, publishEvents: false } : {};
  const options = {
    ...standInOptions,
    sounds,
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

const patched = new Set<string>();

/**
 * The SDK speaks wss to whatever it is pointed at, and no browser trusts a certificate for an address of this machine: the
 * stand-in is spoken to without. The SDK remembers the WebSocket it finds when it is loaded.
 */
function reachStandIn(host: string): void {
  if (patched.has(host)) return;
  patched.add(host);
  const Socket = globalThis.WebSocket;
  globalThis.WebSocket = class extends Socket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(String(address).replace(`wss://${host}/`, `ws://${host}/`), protocols);
    }
  };
}
