'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { CardSearchField } from '@/components/counterparties/card-search-field';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { InlineAlert } from '@/components/ui/inline-alert';
import { useErrorWords } from '@/components/use-error-words';
import type { ClientToGive } from '@/lib/domain/assignments/assignments.contract';
import type { Page } from '@/lib/domain/paging';

type Props = { managerId: string; chosen: readonly string[]; onChoose: (chosen: string[]) => void };

/** Which of a manager's clients are given away: found by name or city, page by page; those chosen stay in sight. */
export function ChosenClients({ managerId, chosen, onChoose }: Props) {
  const t = useTranslations('assignments.form');
  const words = useErrorWords();
  const [{ rows, next }, setShown] = useState<Page<ClientToGive>>({ rows: [], next: null });
  const [problem, setProblem] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const [known, setKnown] = useState<readonly ClientToGive[]>([]);
  const reading = useRef<AbortController>(undefined);
  const read = useCallback(
    async (after: string | null) => {
      reading.current?.abort();
      const controller = new AbortController();
      const { signal } = controller;
      reading.current = controller;
      try {
        const page = await api.get<Page<ClientToGive>>('/assignments/clients', {
          query: { managerId, limit: 100, ...(query && { query }), ...(after && { after }) },
          signal,
        });
        if (signal.aborted) return;
        setProblem(null);
        setShown((shown) => ({
          rows: [...(after ? shown.rows : []), ...page.rows].sort((one, other) =>
            one.name.localeCompare(other.name),
          ),
          next: page.next,
        }));
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setProblem(words.ofError(error));
      }
    },
    [managerId, query, words],
  );
  useEffect(() => {
    void read(null);
    return () => reading.current?.abort();
  }, [read]);
  const hidden = known.filter(({ id }) => chosen.includes(id) && !rows.some((row) => row.id === id));
  const choose = (client: ClientToGive, isChosen: boolean) => {
    setKnown((before) => [...before.filter(({ id }) => id !== client.id), client]);
    onChoose(isChosen ? [...chosen, client.id] : chosen.filter((id) => id !== client.id));
  };
  return (
    <fieldset className="grid max-h-60 gap-1 overflow-y-auto rounded-md border border-line p-3">
      <legend className="px-1 font-semibold">{t('chosen', { count: chosen.length })}</legend>
      <CardSearchField isOneOfMany hint={t('searchHint')} query={query} onSearch={setQuery} />
      {[...hidden, ...rows].map((client) => (
        <CheckboxField
          key={client.id}
          label={client.city ? `${client.name} · ${client.city}` : client.name}
          value={chosen.includes(client.id)}
          onValueChange={(isChosen) => choose(client, isChosen)}
        />
      ))}
      {query && rows.length === 0 && !problem ? <p className="text-soft">{t('nothing')}</p> : null}
      {problem ? <InlineAlert tone="danger">{problem}</InlineAlert> : null}
      {next ? (
        <Button size="small" onClick={() => void read(next)}>
          {t('more')}
        </Button>
      ) : null}
    </fieldset>
  );
}
