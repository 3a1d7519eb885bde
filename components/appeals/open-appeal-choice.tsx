'use client';

import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { RadioGroupField } from '@/components/ui/radio-group-field';
import { Spinner } from '@/components/ui/spinner';
import type { AppealView } from '@/lib/domain/reactions/reaction-views';

type Props = {
  counterpartyId: string;
  value: { id: string } | null;
  onValueChange: (appeal: { id: string; number: number; topic: string }) => void;
  error?: string;
};

/** IN-8: chooses one of the counterparty's open appeals. */
export function OpenAppealChoice({ counterpartyId, value, onValueChange, error }: Props) {
  const t = useTranslations('reactions.card');
  const reactions = useTranslations('reactions');
  const format = useFormatter();
  const appeals = useOpenAppeals(counterpartyId);
  if (appeals === null) return <Spinner />;
  if (appeals.length === 0) return <p className="text-soft">{t('noOpenAppeals')}</p>;
  return (
    <RadioGroupField
      label={t('openAppeals')}
      required
      error={error}
      options={appeals.map((appeal) => ({
        value: appeal.id,
        label: `${reactions('appealNumber', { number: String(appeal.number) })} · ${appeal.topic}`,
        detail: [appeal.project?.name, format.dateTime(appeal.createdAt, 'date')].filter(Boolean).join(' · '),
      }))}
      value={value?.id ?? null}
      onValueChange={(id) => {
        const chosen = appeals.find((appeal) => appeal.id === id);
        if (chosen) onValueChange({ id: chosen.id, number: chosen.number, topic: chosen.topic });
      }}
    />
  );
}

function useOpenAppeals(counterpartyId: string): AppealView[] | null {
  const [found, setFound] = useState<{ of: string; appeals: AppealView[] } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    api
      .get<{ rows: AppealView[] }>('/appeals', {
        query: { counterpartyId, state: 'open', limit: 50 },
        signal: controller.signal,
      })
      .then(
        ({ rows }) => setFound({ of: counterpartyId, appeals: rows }),
        () => {
          if (!controller.signal.aborted) setFound({ of: counterpartyId, appeals: [] });
        },
      );
    return () => controller.abort();
  }, [counterpartyId]);
  return found?.of === counterpartyId ? found.appeals : null;
}
