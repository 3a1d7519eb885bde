'use client';

import { useCallback, useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useConnectionState, useNews } from '@/components/live/live-provider';

/** How many letters of the person wait for their decision, since they did not go or nobody knows. */
export function useStuckLetterCount(): number {
  const [count, setCount] = useState(0);
  const state = useConnectionState();
  const read = useCallback(async () => {
    try {
      setCount((await api.get<{ count: number }>('/letters/stuck')).count);
    } catch (error) {
      // Without an answer the next news, or the connection coming back, counts again.
      if (!(error instanceof ApiError)) throw error;
    }
  }, []);
  useNews(['letter'], () => void read());
  useEffect(() => {
    if (state === 'open') void read();
  }, [state, read]);
  return count;
}
