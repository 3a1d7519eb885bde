'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '@/components/api';
import type { Page } from '@/lib/domain/paging';

/** A list read page by page, the first one at once. Give the component another `key` to read it anew. */
export function useLaterPages<Row>(path: string, query: Record<string, string | number>) {
  const asked = useRef({ path, query });
  const [rows, setRows] = useState<Row[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [busy, setBusy] = useState(true);
  const [error, setError] = useState<unknown>(null);

  const read = useCallback(async (after: string | null, signal?: AbortSignal) => {
    const { path, query } = asked.current;
    setBusy(true);
    try {
      const page = await api.get<Page<Row>>(path, { query: { ...query, after }, signal });
      setRows((before) => (after ? [...before, ...page.rows] : page.rows));
      setNext(page.next);
      setBusy(false);
    } catch (thrown) {
      if (signal?.aborted) return;
      setError(thrown);
      setBusy(false);
    }
  }, []);

  useEffect(() => {
    const leaving = new AbortController();
    void read(null, leaving.signal);
    return () => leaving.abort();
  }, [read]);

  return { rows, hasMore: next !== null, busy, error, more: () => void read(next) };
}
