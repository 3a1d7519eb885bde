'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useOneAtATime } from '@/components/calls/my-calls-provider';
import { useConnectionState, useNews } from '@/components/live/live-provider';
import { minuteMs } from '@/lib/domain/duration';
import type { UrgentNextReactions } from '@/lib/domain/reactions/next-reactions.contract';

const UrgentReactionsContext = createContext<UrgentNextReactions | null>(null);

/**
 * What calls for the person, on every page: read again on every news of next reactions, and each minute, since the hour
 * moves on.
 */
export function UrgentReactionsProvider({ children }: { children: ReactNode }) {
  const [urgent, setUrgent] = useState<UrgentNextReactions | null>(null);
  const state = useConnectionState();
  const read = useCallback(async () => {
    try {
      setUrgent(await api.get<UrgentNextReactions>('/next-reactions/urgent'));
    } catch (error) {
      // Without an answer the next news, or the next minute, reads again.
      if (!(error instanceof ApiError)) throw error;
    }
  }, []);
  const refresh = useOneAtATime(read);
  useNews(['nextReaction', 'lead'], () => void refresh());
  useEffect(() => {
    if (state !== 'open') return;
    void refresh();
    const timer = setInterval(() => void refresh(), minuteMs);
    return () => clearInterval(timer);
  }, [state, refresh]);
  return <UrgentReactionsContext value={urgent}>{children}</UrgentReactionsContext>;
}

/** Null until it was read. */
export const useUrgentReactions = (): UrgentNextReactions | null => useContext(UrgentReactionsContext);
