'use client';

import { useCallback, useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useConnectionState, useNews } from '@/components/live/live-provider';

/** SA-3: how many complaints the person sees that nobody has taken into work yet. */
export function useComplaintCount(): number {
  const [count, setCount] = useState(0);
  const state = useConnectionState();
  const read = useCallback(async () => {
    try {
      const answer = await api.get<{ counts: { received: number } }>('/complaints', { query: { limit: 1 } });
      setCount(answer.counts.received);
    } catch (error) {
      // Without an answer the next news, or the connection coming back, counts again.
      if (!(error instanceof ApiError)) throw error;
    }
  }, []);
  useNews(['complaint'], () => void read());
  useEffect(() => {
    if (state === 'open') void read();
  }, [state, read]);
  return count;
}
