'use client';

import { useSyncExternalStore } from 'react';

const waiting = new Set<string>();
const listeners = new Set<() => void>();

/** Notes whether what was typed in a call waits for the connection, for the banner that says so. */
export function noteUnsent(callId: string, isWaiting: boolean): void {
  if (waiting.has(callId) === isWaiting) return;
  if (isWaiting) waiting.add(callId);
  else waiting.delete(callId);
  for (const listener of listeners) listener();
}

export const useUnsentCount = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting.size,
    () => 0,
  );
