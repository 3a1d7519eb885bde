'use client';

import { useCallback, useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useConnectionState, useNews } from '@/components/live/live-provider';

/** How many folders wait to be taken over, or for their key (ON-2); whichever the person does. */
export function useFolderCount(counted: 'incoming' | 'key' | null): number {
  const [count, setCount] = useState(0);
  const state = useConnectionState();
  const read = useCallback(async () => {
    if (counted === null) return;
    try {
      const answer = await api.get<{ counts: { incoming: number; key: number } }>('/folders', {
        query: { limit: 1 },
      });
      setCount(answer.counts[counted]);
    } catch (error) {
      // Without an answer the next news, or the connection coming back, counts again.
      if (!(error instanceof ApiError)) throw error;
    }
  }, [counted]);
  useNews(['folder'], () => void read());
  useEffect(() => {
    if (state === 'open') void read();
  }, [state, read]);
  return count;
}
