'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { Toaster } from '@/components/ui/toaster';
import { AnnouncerProvider } from './announcer';
import { BottomNavigation } from './bottom-navigation';
import { ConnectionBanner, type ConnectionBannerProps } from './connection-banner';
import { HotkeysProvider, useHotkey } from './hotkeys';
import { HotkeysDialog } from './hotkeys-dialog';
import type { NavigationEntry } from './navigation';
import type { Person } from './person-menu';
import { Rail } from './rail';
import { SkipLink } from './skip-link';
import { TopBar } from './top-bar';

export type AppShellProps = {
  navigation: readonly NavigationEntry[];
  person: Person;
  /** Opens the reaction card; without it there is no «+». */
  onPlus?: () => void;
  onSearch: () => void;
  presence?: ReactNode;
  /** Stays mounted through every navigation, under the top bar and over every dialog. */
  callBar?: ReactNode;
  connection: ConnectionBannerProps;
  children: ReactNode;
};

/** Everything around a signed-in page: rail, top bar, call bar, voices for screen readers, keys, passing messages. */
export function AppShell(props: AppShellProps) {
  return (
    <HotkeysProvider>
      <AnnouncerProvider>
        <Frame {...props} />
        <HotkeysDialog />
        <Toaster />
      </AnnouncerProvider>
    </HotkeysProvider>
  );
}

function Frame({
  navigation,
  person,
  onPlus,
  onSearch,
  presence,
  callBar,
  connection,
  children,
}: AppShellProps) {
  const top = useShellTop();
  useHotkey('newReaction', () => onPlus?.(), { enabled: onPlus !== undefined });
  useHotkey('search', onSearch);
  return (
    <div className="flex min-h-dvh print:block">
      <SkipLink />
      <Rail entries={navigation} onPlus={onPlus} />
      <div className="flex min-w-0 flex-1 flex-col">
        <header ref={top} className="sticky top-0 z-45 print:hidden">
          <TopBar onSearch={onSearch} presence={presence} person={person} />
          <ConnectionBanner {...connection} />
          {callBar}
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 flex-1 print:p-0 px-4 py-4 outline-none [--table-top:var(--shell-top)] phone:px-3"
        >
          {children}
        </main>
        <BottomNavigation entries={navigation} onPlus={onPlus} />
      </div>
    </div>
  );
}

/** Tells the rest of the page (dialogs, sticky table heads, scrolling to a field) how much the head covers. */
function useShellTop() {
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = top.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--shell-top', `${element.offsetHeight}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      document.documentElement.style.removeProperty('--shell-top');
    };
  }, []);
  return top;
}
