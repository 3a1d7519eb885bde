'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/api';
import type { Author } from '@/components/ui/contested-field';
import type { HistoryNoun } from '@/lib/domain/settings/history-nouns';
import type { ChangeView } from '@/lib/domain/settings/settings.contract';

type Of = { noun: HistoryNoun; nounId: string; version: number };

/** Who changed each field last, of changes that come newest first. */
export function authorsOf(changes: readonly Pick<ChangeView, 'at' | 'employeeName' | 'fields'>[]) {
  const authors: Record<string, Author> = {};
  for (const { at, employeeName, fields } of changes) {
    for (const field of Object.keys(fields)) {
      if (employeeName !== null) authors[field] ??= { name: employeeName, at };
    }
  }
  return authors;
}

/** The same of a record, as far as its history tells; nobody for whoever may not read it. */
export function useAuthors(isWanted: boolean, { noun, nounId, version }: Of): Record<string, Author> {
  const [authors, setAuthors] = useState<Record<string, Author>>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version has other authors
  useEffect(() => {
    if (!isWanted) return;
    const controller = new AbortController();
    api
      .get<{ rows: ChangeView[] }>('/settings/changes', {
        query: { noun, nounId, limit: 20 },
        signal: controller.signal,
      })
      .then(
        ({ rows }) => setAuthors(authorsOf(rows)),
        () => {
          if (!controller.signal.aborted) setAuthors({});
        },
      );
    return () => controller.abort();
  }, [isWanted, noun, nounId, version]);
  return authors;
}
