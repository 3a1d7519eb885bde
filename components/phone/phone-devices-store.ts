'use client';

import { useSyncExternalStore } from 'react';

/** The sound devices chosen in this browser by its own ids; null is the system's choice. */
export type PhoneDevices = { microphone: string | null; speaker: string | null; ringer: string | null };

const STORE = 'callboard.phoneDevices';
const initial: PhoneDevices = { microphone: null, speaker: null, ringer: null };
const listeners = new Set<() => void>();
let chosen: PhoneDevices | null = null;

export function chosenDevices(): PhoneDevices {
  chosen ??= parse(localStorage.getItem(STORE));
  return chosen;
}

function parse(stored: string | null): PhoneDevices {
  const id = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  try {
    const { microphone, speaker, ringer } = JSON.parse(stored ?? '{}') as Record<string, unknown>;
    return { microphone: id(microphone), speaker: id(speaker), ringer: id(ringer) };
  } catch {
    return initial;
  }
}

export function chooseDevices(change: Partial<PhoneDevices>): void {
  chosen = { ...chosenDevices(), ...change };
  localStorage.setItem(STORE, JSON.stringify(chosen));
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useChosenDevices = () => useSyncExternalStore(subscribe, chosenDevices, () => initial);
