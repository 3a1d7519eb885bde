import type { Device } from '@twilio/voice-sdk';

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

/** Twilio's SDK, loaded on first use; in the browser only. `standIn`: host and port of what stands in for Twilio. */
export async function loadSdk(standIn: string | null) {
  if (standIn) reachStandIn(standIn);
  return import('@twilio/voice-sdk');
}

/** Where the provider is stood in for, the SDK is told so by options it keeps for tests. */
export const deviceOptions = (standIn: string | null): Device.Options => ({
  ...(standIn ? { chunderw: standIn, publishEvents: false } : {}),
  sounds,
});

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
