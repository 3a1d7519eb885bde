'use client';

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useState,
  useSyncExternalStore,
} from 'react';
import { ServerClock } from './server-clock';

const ClockContext = createContext<ServerClock | null>(null);

/** Gives its children the server's clock; `serverNow` is that clock at rendering, epoch ms. */
export function ClockProvider({ serverNow, children }: { serverNow: number; children: ReactNode }) {
  const [clock] = useState(() => new ServerClock(serverNow, arrivedAt()));
  return <ClockContext value={clock}>{children}</ClockContext>;
}

/** When the page came from the server, by this device's clock: hydration happens noticeably later. */
function arrivedAt(): number {
  if (typeof window === 'undefined') return Date.now();
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation ? performance.timeOrigin + navigation.responseStart : Date.now();
}

export function useClock(): ServerClock {
  const clock = useContext(ClockContext);
  if (!clock) throw new Error('useClock needs a ClockProvider above it');
  return clock;
}

/** The server's time, epoch ms, rounded down to `everyMs` and painted anew at that rhythm. */
export function useNow(everyMs = 1000): number {
  const clock = useClock();
  const floor = useCallback((at: number) => Math.floor(at / everyMs) * everyMs, [everyMs]);
  return useSyncExternalStore(
    useCallback((listener) => clock.every(everyMs, listener), [clock, everyMs]),
    () => floor(clock.now()),
    () => floor(clock.initial),
  );
}
