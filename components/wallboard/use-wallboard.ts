'use client';

import { useEffect, useRef, useState } from 'react';
import type { Wallboard } from '@/lib/domain/reports/wallboard.contract';

const everyMs = 5000;

export type WallboardState = 'live' | 'connectionLost' | 'refused';

/**
 * The wallboard of a department, asked for anew every five seconds by the API: with the token of the television, or as who is signed in.
 * While paused nothing is asked; what was shown stays when the server is not reached.
 */
export function useWallboard(
  initial: Wallboard,
  { token, departmentId }: { token: string | null; departmentId: string | null },
  isPaused: boolean,
) {
  const [board, setBoard] = useState(initial);
  const [state, setState] = useState<WallboardState>('live');
  const isAsking = useRef(false);
  useEffect(() => {
    if (isPaused) return;
    const abort = new AbortController();
    const ask = async () => {
      if (isAsking.current) return;
      isAsking.current = true;
      try {
        const query = departmentId ? `?departmentId=${encodeURIComponent(departmentId)}` : '';
        const response = await fetch(`/api/v1/wallboard${query}`, {
          cache: 'no-store',
          headers: token ? { authorization: `Bearer ${token}` } : undefined,
          signal: AbortSignal.any([abort.signal, AbortSignal.timeout(10_000)]),
        });
        if (response.ok) {
          setBoard((await response.json()) as Wallboard);
          setState('live');
        } else setState(response.status === 401 || response.status === 403 ? 'refused' : 'connectionLost');
      } catch {
        if (!abort.signal.aborted) setState('connectionLost');
      } finally {
        isAsking.current = false;
      }
    };
    void ask();
    const timer = setInterval(() => void ask(), everyMs);
    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, [token, departmentId, isPaused]);
  return { board, state };
}
