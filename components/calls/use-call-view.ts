'use client';

import { useCallback, useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useConnectionState, useNews } from '@/components/live/live-provider';
import type { CallView } from '@/lib/domain/calls/call-view';
import { useOneAtATime } from './my-calls-provider';

/** One call in one read, read again whenever something of it changed. */
export function useCallView(callId: string, initial: CallView | null = null) {
  const [view, setView] = useState<CallView | null>(initial?.id === callId ? initial : null);
  const [error, setError] = useState<ApiError | null>(null);
  const state = useConnectionState();

  const read = useCallback(async () => {
    try {
      setView(await api.get<CallView>(`/calls/${callId}`));
      setError(null);
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      if (!thrown.isUnsettled) setError(thrown);
    }
  }, [callId]);
  const refresh = useOneAtATime(read);

  useNews(['call', 'lead', 'nextReaction'], (news) => {
    if (news === 'resync' || news.noun !== 'call' || news.nounId === callId) void refresh();
  });
  useEffect(() => {
    if (state !== 'lost') void refresh();
  }, [state, refresh]);

  return { view, error, refresh };
}
