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
import type { LostWords, MyCall } from '@/lib/domain/calls/call-view';
import type { Person } from '@/lib/domain/employees/employee';

type MyCalls = {
  person: Person;
  personId: string;
  calls: readonly MyCall[];
  lostWords: readonly LostWords[];
  /** Reads the calls again, and resolves when that is done. */
  refresh: () => Promise<void>;
};

const MyCallsContext = createContext<MyCalls | null>(null);

type Read = Pick<MyCalls, 'calls' | 'lostWords'>;

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

  useNews(['call', 'presence'], () => void refresh());
  useEffect(() => {
    if (state === 'open') void refresh();
  }, [state, refresh]);

  const value = useMemo(() => {
    const { calls, lostWords } = mine;
    return { person, personId: person.id, calls, lostWords, refresh };
  }, [person, mine, refresh]);
  return <MyCallsContext value={value}>{children}</MyCallsContext>;
}

export function useMyCalls(): MyCalls {
  const calls = useContext(MyCallsContext);
  if (!calls) throw new Error('useMyCalls needs a MyCallsProvider above it');
  return calls;
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
