'use client';

import { useSyncExternalStore } from 'react';

const missing = new Set<object>();
const listeners = new Set<() => void>();

/** Notes that a part somebody waits for could not be fetched, or is waited for no longer. */
export function noteMissing(part: object, isMissing: boolean): void {
  const before = missing.size;
  if (isMissing) missing.add(part);
  else missing.delete(part);
  if (missing.size !== before) for (const listener of listeners) listener();
}

/** Whether somebody waits for a part of the page that could not be fetched. */
export const useIsPartMissing = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => missing.size > 0,
    () => false,
  );

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
