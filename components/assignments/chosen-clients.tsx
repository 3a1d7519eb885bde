'use client';

import { useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { InlineAlert } from '@/components/ui/inline-alert';
import { useErrorWords } from '@/components/use-error-words';
import type { ClientToGive } from '@/lib/domain/assignments/assignments.contract';
import type { Page } from '@/lib/domain/paging';

type Props = { managerId: string; chosen: readonly string[]; onChoose: (chosen: string[]) => void };

/** Which of a manager's clients are given away, by name. */
export function ChosenClients({ managerId, chosen, onChoose }: Props) {
  const t = useTranslations('assignments.form');
  const words = useErrorWords();
  const [{ rows, next }, setShown] = useState<Page<ClientToGive>>({ rows: [], next: null });
  const [problem, setProblem] = useState<string | null>(null);
  const read = useCallback(
    async (after: string | null) => {
      try {
        const query = { managerId, limit: 100, ...(after && { after }) };
        const page = await api.get<Page<ClientToGive>>('/assignments/clients', { query });
        setShown((shown) => ({
          rows: [...(after ? shown.rows : []), ...page.rows].sort((one, other) =>
            one.name.localeCompare(other.name),
          ),
          next: page.next,
        }));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        setProblem(words.ofError(error));
      }
    },
    [managerId, words],
  );
  useEffect(() => void read(null), [read]);
  return (
    <fieldset className="grid max-h-60 gap-1 overflow-y-auto rounded-md border border-line p-3">
      <legend className="px-1 font-semibold">{t('chosen', { count: chosen.length })}</legend>
      {rows.map(({ id, name, city }) => (
        <CheckboxField
          key={id}
          label={city ? `${name} · ${city}` : name}
          value={chosen.includes(id)}
          onValueChange={(isChosen) =>
            onChoose(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))
          }
        />
      ))}
      {problem ? <InlineAlert tone="danger">{problem}</InlineAlert> : null}
      {next ? (
        <Button size="small" onClick={() => void read(next)}>
          {t('more')}
        </Button>
      ) : null}
    </fieldset>
  );
}
