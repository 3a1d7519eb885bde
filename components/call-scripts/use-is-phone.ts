'use client';

import { useSyncExternalStore } from 'react';

const narrow = '(width < 48rem)';

/** Whether the window is as narrow as a phone; false until the page runs in a browser. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(narrow);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(narrow).matches,
    () => false,
  );
}
