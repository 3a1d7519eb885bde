'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import type { ReactionChoices } from '@/lib/domain/reactions/reactions.contract';

/** What the reaction card offers, read when it is first wanted; with who may be given that next reaction, if one is named. */
export function useChoices(
  isWanted: boolean,
  nextReactionId?: string,
): { choices: ReactionChoices | null; error: ApiError | null } {
  const [choices, setChoices] = useState<ReactionChoices | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const isNeeded = isWanted && choices === null;
  useEffect(() => {
    if (!isNeeded) return;
    const controller = new AbortController();
    const asked = nextReactionId === undefined ? '' : `?${new URLSearchParams({ nextReactionId })}`;
    api.get<ReactionChoices>(`/reactions/choices${asked}`, { signal: controller.signal }).then(
      (answer) => {
        setChoices(answer);
        setError(null);
      },
      (thrown: unknown) => {
        if (thrown instanceof ApiError) setError(thrown);
      },
    );
    return () => controller.abort();
  }, [isNeeded, nextReactionId]);
  return { choices, error };
}
