import type { ReactNode } from 'react';

export type NavigationEntry = {
  key: string;
  label: string;
  icon: ReactNode;
  href: string;
  /** Shown beside the word when above zero. */
  count?: number;
  /** What the count counts, for screen readers: «4 просрочено». */
  countLabel?: string;
  /** Drawn as something that wants attention. */
  isUrgent?: boolean;
};

/** Whether an entry is where one is: its address or anything below it. */
function isCurrent(entry: Pick<NavigationEntry, 'href'>, pathname: string): boolean {
  return pathname === entry.href || pathname.startsWith(`${entry.href}/`);
}

/** The entry to be marked: of several that fit (`/calls`, `/calls/unfinished`), the most exact. */
export function currentEntry<Entry extends Pick<NavigationEntry, 'href'>>(
  entries: readonly Entry[],
  pathname: string,
): Entry | null {
  const fitting = entries.filter((entry) => isCurrent(entry, pathname));
  return fitting.sort((one, other) => other.href.length - one.href.length)[0] ?? null;
}
