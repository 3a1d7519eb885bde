'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

export type SearchFunction<Found> = (query: string, signal: AbortSignal) => Promise<readonly Found[]>;

type State<Found> = {
  query: string;
  status: 'idle' | 'searching' | 'found' | 'failed';
  results: readonly Found[];
};

type Options = { minCharacters?: number; waitMs?: number };

/**
 * A search as one types: waits for a pause, drops answers that come after a newer question, keeps the last results
 * on the screen meanwhile.
 */
export function useSearch<Found>(
  search: SearchFunction<Found>,
  { minCharacters = 2, waitMs = 150 }: Options = {},
) {
  const [state, setState] = useState<State<Found>>({ query: '', status: 'idle', results: [] });
  const pending = useRef<{ timer?: ReturnType<typeof setTimeout>; controller?: AbortController }>({});

  const stop = useCallback(() => {
    clearTimeout(pending.current.timer);
    pending.current.controller?.abort();
  }, []);

  const ask = useCallback(
    (text: string) => {
      const query = text.trim();
      stop();
      if (query.length < minCharacters) {
        setState({ query, status: 'idle', results: [] });
        return;
      }
      setState((before) => ({ ...before, query, status: 'searching' }));
      const controller = new AbortController();
      const timer = setTimeout(() => {
        search(query, controller.signal).then(
          (results) => {
            if (!controller.signal.aborted) setState({ query, status: 'found', results });
          },
          () => {
            if (!controller.signal.aborted) setState({ query, status: 'failed', results: [] });
          },
        );
      }, waitMs);
      pending.current = { timer, controller };
    },
    [search, minCharacters, waitMs, stop],
  );

  const forget = useCallback(() => {
    stop();
    setState({ query: '', status: 'idle', results: [] });
  }, [stop]);

  useEffect(() => stop, [stop]);

  return { ...state, ask, forget };
}
