'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useOneAtATime } from '@/components/calls/my-calls-provider';
import { useConnectionState, useNews } from '@/components/live/live-provider';
import type { LiveCall } from '@/lib/domain/calls/supervision.contract';

type HelpRequests = { rows: readonly LiveCall[]; counts: { all: number; help: number } };

const HelpRequestsContext = createContext<HelpRequests | null>(null);

/** Calls whose employee asks for help, on every page of those who may come (`areMine`), read again on every news of calls. */
export function HelpRequestsProvider({ areMine, children }: { areMine: boolean; children: ReactNode }) {
  const [requests, setRequests] = useState<HelpRequests | null>(null);
  const state = useConnectionState();
  const read = useCallback(async () => {
    if (!areMine) return;
    try {
      setRequests(await api.get<HelpRequests>('/calls/live', { query: { show: 'help', limit: 20 } }));
    } catch (error) {
      // Without an answer the next news, or the connection coming back, reads again.
      if (!(error instanceof ApiError)) throw error;
    }
  }, [areMine]);
  const refresh = useOneAtATime(read);
  useNews(['call'], () => void refresh());
  useEffect(() => {
    if (state === 'open') void refresh();
  }, [state, refresh]);
  return <HelpRequestsContext value={requests}>{children}</HelpRequestsContext>;
}

/** Null until they were read, and for whom they are none. */
export const useHelpRequests = (): HelpRequests | null => useContext(HelpRequestsContext);
