'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/** A plain list holds everything there is; `hasMore` says that others answer to the query too. */
export type SearchAnswer<Found> = readonly Found[] | { found: readonly Found[]; hasMore: boolean };

export type SearchFunction<Found> = (query: string, signal: AbortSignal) => Promise<SearchAnswer<Found>>;

type State<Found> = {
  query: string;
  status: 'idle' | 'searching' | 'found' | 'failed';
  results: readonly Found[];
  hasMore: boolean;
};

type Options = { minCharacters?: number; waitMs?: number };

/**
 * A search as one types: waits for a pause, drops answers that come after a newer question, keeps the last results
 * on the screen meanwhile. Another `search`, of a directory that has come meanwhile, answers what is asked again.
 */
export function useSearch<Found>(
  search: SearchFunction<Found>,
  { minCharacters = 2, waitMs = 150 }: Options = {},
) {
  const [state, setState] = useState<State<Found>>(nothing(''));
  const pending = useRef<{ timer?: ReturnType<typeof setTimeout>; controller?: AbortController }>({});

  const asked = useRef<string | null>(null);

  const stop = useCallback(() => {
    clearTimeout(pending.current.timer);
    pending.current.controller?.abort();
  }, []);

  const ask = useCallback(
    (text: string) => {
      const query = text.trim();
      asked.current = query;
      stop();
      if (query.length < minCharacters) {
        setState(nothing(query));
        return;
      }
      setState((before) => ({ ...before, query, status: 'searching' }));
      const controller = new AbortController();
      const timer = setTimeout(() => {
        search(query, controller.signal).then(
          (answer) => {
            if (!controller.signal.aborted) setState({ query, status: 'found', ...readAnswer(answer) });
          },
          () => {
            if (!controller.signal.aborted) setState({ ...nothing(query), status: 'failed' });
          },
        );
      }, waitMs);
      pending.current = { timer, controller };
    },
    [search, minCharacters, waitMs, stop],
  );

  const forget = useCallback(() => {
    asked.current = null;
    stop();
    setState(nothing(''));
  }, [stop]);

  useEffect(() => {
    if (asked.current !== null) ask(asked.current);
  }, [ask]);

  useEffect(() => stop, [stop]);

  return { ...state, ask, forget };
}

const nothing = (query: string) => ({ query, status: 'idle' as const, results: [], hasMore: false });

/** What a search answered, in one shape. */
export function readAnswer<Found>(answer: SearchAnswer<Found>): Pick<State<Found>, 'results' | 'hasMore'> {
  return 'found' in answer
    ? { results: answer.found, hasMore: answer.hasMore }
    : { results: answer, hasMore: false };
}
