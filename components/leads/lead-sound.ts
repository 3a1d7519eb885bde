'use client';

const storageKey = 'leadSound';
const listeners = new Set<() => void>();

/** Whether leads make a sound in this browser; on unless it was turned off. */
export const isLeadSoundOn = () => localStorage.getItem(storageKey) !== 'off';

export function keepLeadSound(isOn: boolean): void {
  localStorage.setItem(storageKey, isOn ? 'on' : 'off');
  for (const listener of listeners) listener();
}

export function onLeadSoundChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
