import { api } from '@/components/api';
import type { MakeAgentPhone } from '@/lib/domain/phones/agent-phone';
import type { PhoneToken } from '@/lib/domain/phones/phone.contract';
import type { BrowserPhoneParts } from './browser-phone';
import { chosenDevices } from './phone-devices-store';

const lockName = 'callboard.phone';

/** The phone's outside in a real browser. */
export const browserParts = (makePhone: MakeAgentPhone): BrowserPhoneParts => ({
  fetchToken: () => api.post<PhoneToken>('/phone/token'),
  makePhone,
  openMicrophone,
  isMicrophoneRefused,
  takeLock,
  devices: chosenDevices,
  now: Date.now,
  setTimer: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});

/** Asks for the microphone and lets it go again. @throws DOMException */
export async function openMicrophone(deviceId: string | null): Promise<void> {
  if (!navigator.mediaDevices || !navigator.locks || !('RTCPeerConnection' in window)) {
    throw new DOMException('this browser or address has no telephone', 'NotSupportedError');
  }
  const audio = deviceId ? { deviceId: { ideal: deviceId } } : true;
  const stream = await navigator.mediaDevices.getUserMedia({ audio });
  for (const track of stream.getTracks()) track.stop();
}

async function isMicrophoneRefused(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' })).state === 'denied';
  } catch {
    // Not every browser can be asked.
    return false;
  }
}

function takeLock(onLost: () => void, isForced: boolean): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    let isHeld = false;
    navigator.locks
      .request(lockName, isForced ? { steal: true } : { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(null);
        isHeld = true;
        return new Promise<void>((release) => {
          resolve(() => {
            isHeld = false;
            release();
          });
          tellTabs();
        });
      })
      .then(tellTabs, (error: unknown) => {
        if (isHeld) onLost();
        else reject(error);
      });
  });
}

function tellTabs(): void {
  const channel = new BroadcastChannel(lockName);
  channel.postMessage('changed');
  channel.close();
}

/** Tells whether a tab of this browser holds the phone: now, and whenever that may have changed. */
export function watchTabs(hear: (isHeld: boolean) => void): () => void {
  if (!navigator.locks) return () => undefined;
  const over = new AbortController();
  let isWaiting = false;
  const look = async () => {
    const { held } = await navigator.locks.query();
    if (over.signal.aborted) return;
    const isHeld = held?.some(({ name }) => name === lockName) ?? false;
    hear(isHeld);
    if (isHeld) waitForEnd();
  };
  // Granted once nobody holds the phone, also when its tab died without a word.
  const waitForEnd = () => {
    if (isWaiting) return;
    isWaiting = true;
    navigator.locks
      .request(lockName, { mode: 'shared', signal: over.signal }, () => undefined)
      .then(
        () => {
          isWaiting = false;
          void look();
        },
        () => undefined,
      );
  };
  const channel = new BroadcastChannel(lockName);
  channel.onmessage = () => void look();
  const onFocus = () => void look();
  window.addEventListener('focus', onFocus);
  void look();
  return () => {
    over.abort();
    channel.close();
    window.removeEventListener('focus', onFocus);
  };
}
