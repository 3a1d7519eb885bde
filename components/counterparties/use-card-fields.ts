'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import type { CardFieldView } from '@/lib/domain/counterparties/card-fields.contract';

/** The own fields of the card; while they are not read, none. */
export function useCardFields(): { fields: CardFieldView[]; error: ApiError | null } {
  const [fields, setFields] = useState<CardFieldView[]>([]);
  const [error, setError] = useState<ApiError | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    api.get<{ rows: CardFieldView[] }>('/card-fields', { signal: controller.signal }).then(
      ({ rows }) => setFields(rows),
      (thrown: unknown) => {
        if (thrown instanceof ApiError) setError(thrown);
      },
    );
    return () => controller.abort();
  }, []);
  return { fields, error };
}
