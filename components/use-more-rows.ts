'use client';

import { useState } from 'react';
import type { Page } from '@/lib/domain/paging';
import { api } from './api';
import { ApiError } from './api-error';
import { withLater } from './more-rows';

/** A list whose first page comes with the screen; `more` reads the next page under it. */
export function useMoreRows<Row extends { id: string }>(
  first: { rows: readonly Row[]; next: string | null },
  path: string,
  query: Record<string, string> = {},
) {
  const [later, setLater] = useState<Page<Row> | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const rows = withLater(first.rows, later?.rows ?? []);
  const next = later ? later.next : first.next;
  const more = async () => {
    setBusy(true);
    setError(null);
    try {
      const page = await api.get<Page<Row>>(path, { query: { ...query, after: next } });
      setLater({ rows: withLater(rows, page.rows), next: page.next });
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { rows, hasMore: next !== null, busy, error, more };
}
