'use client';

import { useCallback, useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useConnectionState, useNews } from '@/components/live/live-provider';

/** How many remarks on the person's own reactions wait to be read. */
export function useRemarkCount(): number {
  const [count, setCount] = useState(0);
  const state = useConnectionState();
  const read = useCallback(async () => {
    try {
      setCount((await api.get<{ rows: unknown[] }>('/reviews/remarks')).rows.length);
    } catch (error) {
      // Without an answer the next news, or the connection coming back, counts again.
      if (!(error instanceof ApiError)) throw error;
    }
  }, []);
  useNews(['review'], () => void read());
  useEffect(() => {
    if (state === 'open') void read();
  }, [state, read]);
  return count;
}
