'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { rememberPreference } from './preference';
import { parseTheme, THEME_COOKIE, type Theme } from './theme';

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The theme of this browser; a change shows at once and without rendering the page anew. */
export function useTheme(): [theme: Theme, setTheme: (theme: Theme) => void] {
  const theme = useSyncExternalStore(
    subscribe,
    () => parseTheme(document.documentElement.dataset.theme),
    () => 'system' as const,
  );
  const setTheme = useCallback((next: Theme) => {
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    rememberPreference(THEME_COOKIE, next);
    for (const listener of listeners) listener();
  }, []);
  return [theme, setTheme];
}
