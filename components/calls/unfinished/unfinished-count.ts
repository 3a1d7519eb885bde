'use client';

import { useCallback, useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useConnectionState, useNews } from '@/components/live/live-provider';
import { useOneAtATime } from '../my-calls-provider';

/** IN-6: how many unfinished calls are the person's concern; 0 for whom they are none (`isAsked` false). */
export function useUnfinishedCount(isAsked: boolean): number {
  const [count, setCount] = useState(0);
  const state = useConnectionState();
  const read = useCallback(async () => {
    if (!isAsked) return;
    try {
      setCount((await api.get<{ count: number }>('/calls/unfinished', { query: { limit: 1 } })).count);
    } catch (error) {
      // Without an answer the next news, or the connection coming back, counts again.
      if (!(error instanceof ApiError)) throw error;
    }
  }, [isAsked]);
  const refresh = useOneAtATime(read);
  useNews(['call'], () => void refresh());
  useEffect(() => {
    if (state === 'open') void refresh();
  }, [state, refresh]);
  return count;
}
