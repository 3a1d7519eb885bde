'use client';

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useConnectionState, useNews } from '@/components/live/live-provider';
import type { LostWords, MyCall, SupervisionNews } from '@/lib/domain/calls/call-view';
import type { Person } from '@/lib/domain/employees/employee';

type MyCalls = {
  person: Person;
  personId: string;
  calls: readonly MyCall[];
  /** How many calls ring at the person besides. */
  moreRinging: number;
  lostWords: readonly LostWords[];
  supervisionNews: readonly SupervisionNews[];
  /** Reads the calls again, and resolves when that is done. */
  refresh: () => Promise<void>;
};

const MyCallsContext = createContext<MyCalls | null>(null);

type Read = Pick<MyCalls, 'calls' | 'moreRinging' | 'lostWords' | 'supervisionNews'>;

/** A busy line brings news many times a second. */
const readAtMostEveryMs = 250;

type Props = { person: Person; initial: Read; children: ReactNode };

/** The calls that ring at the person, that they hold and that they have to finish, read again on every news of calls. */
export function MyCallsProvider({ person, initial, children }: Props) {
  const [mine, setMine] = useState(initial);
  const state = useConnectionState();

  const read = useCallback(async () => {
    try {
      setMine(await api.get<Read>('/calls/mine'));
    } catch (error) {
      // Without an answer the next news, or the connection coming back, reads again.
      if (!(error instanceof ApiError)) throw error;
    }
  }, []);
  const refresh = useOneAtATime(read);

  const refreshSoon = useAtMostEvery(readAtMostEveryMs, refresh);
  useNews(['call', 'presence'], refreshSoon);
  useEffect(() => {
    if (state === 'open') void refresh();
  }, [state, refresh]);

  const value = useMemo(() => {
    return { ...mine, person, personId: person.id, refresh };
  }, [person, mine, refresh]);
  return <MyCallsContext value={value}>{children}</MyCallsContext>;
}

export function useMyCalls(): MyCalls {
  const calls = useContext(MyCallsContext);
  if (!calls) throw new Error('useMyCalls needs a MyCallsProvider above it');
  return calls;
}

/** Runs at once when it has rested, else when it has; what is asked for meanwhile is done by that. */
function useAtMostEvery(ms: number, run: () => Promise<void>): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isAsked = useRef(false);
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), []);
  return useCallback(() => {
    isAsked.current = true;
    if (timer.current) return;
    const act = () => {
      timer.current = null;
      if (!isAsked.current) return;
      isAsked.current = false;
      timer.current = setTimeout(act, ms);
      void run();
    };
    act();
  }, [ms, run]);
}

/** Runs one at a time; whoever asks while one runs gets the one after it, since the running one may be too old. */
export function useOneAtATime(run: () => Promise<void>): () => Promise<void> {
  const current = useRef<Promise<void> | null>(null);
  const next = useRef<Promise<void> | null>(null);
  return useCallback(() => {
    if (!current.current) {
      current.current = run().finally(() => {
        current.current = null;
      });
      return current.current;
    }
    next.current ??= current.current.then(() => {
      next.current = null;
      current.current = run().finally(() => {
        current.current = null;
      });
      return current.current;
    });
    return next.current;
  }, [run]);
}
