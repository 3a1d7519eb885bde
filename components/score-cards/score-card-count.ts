'use client';

import { useCallback, useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useConnectionState, useNews } from '@/components/live/live-provider';

/** How many score cards wait for the person: sent to them, and objected to if they review any. */
export function useScoreCardCount(isReviewer: boolean): number {
  const [count, setCount] = useState(0);
  const state = useConnectionState();
  const read = useCallback(async () => {
    try {
      const { waitingCount } = await api.get<{ waitingCount: number }>('/score-cards/mine', {
        query: { limit: 1 },
      });
      const { objectedCount } = isReviewer
        ? await api.get<{ objectedCount: number }>('/score-cards', { query: { limit: 1, state: 'objected' } })
        : { objectedCount: 0 };
      setCount(waitingCount + objectedCount);
    } catch (error) {
      // Without an answer the next news, or the connection coming back, counts again.
      if (!(error instanceof ApiError)) throw error;
    }
  }, [isReviewer]);
  useNews(['scoreCard'], () => void read());
  useEffect(() => {
    if (state === 'open') void read();
  }, [state, read]);
  return count;
}
