'use client';

import { useEffect, useMemo } from 'react';
import { api } from '@/components/api';
import { useConnectionState } from '@/components/live/live-provider';
import { DraftKeeper } from './draft-keeper';
import { useMyCalls } from './my-calls-provider';
import { noteUnsent } from './unsent-count';

const silentStorage = { getItem: () => null, setItem: () => {}, removeItem: () => {} };

/**
 * What this person types in one call, sent as soon as there is a connection; leaving the page is warned of while something
 * waits. Whoever signs in after them in the same tab neither reads nor sends it.
 */
export function useDraftKeeper(callId: string): DraftKeeper {
  const { personId } = useMyCalls();
  const keeper = useMemo(
    () =>
      new DraftKeeper({
        storage: typeof window === 'undefined' ? silentStorage : window.sessionStorage,
        storageKey: `callboard.draft.${personId}.${callId}`,
        send: (patch, key) =>
          api.post<{ runVersion: number }>(
            `/calls/${callId}/call-script/events`,
            { step: '', event: { type: 'manager.filledIn', patch } },
            { key, patienceMs: 0 },
          ),
      }),
    [callId, personId],
  );
  const state = useConnectionState();

  useEffect(() => {
    if (state === 'open') keeper.wake();
  }, [keeper, state]);

  useEffect(() => {
    const stop = keeper.subscribe(() => noteUnsent(callId, keeper.state().status === 'waiting'));
    const warn = (event: BeforeUnloadEvent) => {
      if (keeper.state().status === 'waiting') event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      stop();
      noteUnsent(callId, false);
      void keeper.leave();
      window.removeEventListener('beforeunload', warn);
    };
  }, [keeper, callId]);

  return keeper;
}
