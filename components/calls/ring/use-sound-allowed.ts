'use client';

import { useSyncExternalStore } from 'react';

const gestures = ['mousedown', 'pointerup', 'keydown'] as const;

function subscribe(listener: () => void): () => void {
  for (const gesture of gestures) window.addEventListener(gesture, listener, true);
  return () => {
    for (const gesture of gestures) window.removeEventListener(gesture, listener, true);
  };
}

/** Whether this page may sound: browsers keep it silent until it was pressed or typed on once. */
export const useSoundAllowed = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => navigator.userActivation?.hasBeenActive ?? true,
    () => true,
  );
