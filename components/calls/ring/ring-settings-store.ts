'use client';

import { useSyncExternalStore } from 'react';

export type RingSettings = { isSoundOn: boolean; volume: number };

const STORE = 'callboard.ring';
const initial: RingSettings = { isSoundOn: true, volume: 60 };
const listeners = new Set<() => void>();
let settings: RingSettings | null = null;

/** For what happens in a press; screens use the hook. */
export const ringSettings = (): RingSettings => read();

function read(): RingSettings {
  settings ??= parse(localStorage.getItem(STORE));
  return settings;
}

function parse(stored: string | null): RingSettings {
  try {
    const { isSoundOn, volume } = JSON.parse(stored ?? '{}') as Partial<RingSettings>;
    return {
      isSoundOn: isSoundOn ?? initial.isSoundOn,
      volume: typeof volume === 'number' && volume >= 0 && volume <= 100 ? volume : initial.volume,
    };
  } catch {
    return initial;
  }
}

export function chooseRing(change: Partial<RingSettings>): void {
  settings = { ...read(), ...change };
  localStorage.setItem(STORE, JSON.stringify(settings));
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** How a call rings in this browser. Volume in percent. */
export const useRingSettings = () => useSyncExternalStore(subscribe, read, () => initial);
