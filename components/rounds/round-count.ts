'use client';

import { useCallback, useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useConnectionState, useNews } from '@/components/live/live-provider';

const none = { due: 0, owed: 0, unattended: 0 };

/** How many clients the person is to call today, of how many a complaint is owed (SA-3), and how many nobody calls (CS-9). */
export function useRoundCount(isWanted: boolean): typeof none {
  const [counts, setCounts] = useState(none);
  const state = useConnectionState();
  const read = useCallback(async () => {
    if (!isWanted) return;
    try {
      const answer = await api.get<{ counts: typeof none }>('/rounds', { query: { limit: 1 } });
      setCounts(answer.counts);
    } catch (error) {
      // Without an answer the next news, or the connection coming back, counts again.
      if (!(error instanceof ApiError)) throw error;
    }
  }, [isWanted]);
  useNews(['round'], () => void read());
  useEffect(() => {
    if (state === 'open') void read();
  }, [state, read]);
  return counts;
}
