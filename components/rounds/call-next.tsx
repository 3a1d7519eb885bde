'use client';

import { PhoneOutgoing } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { TextLink } from '@/components/ui/text-link';
import { useErrorWords } from '@/components/use-error-words';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import { CallClient } from './call-client';
import { RoundStateBadge } from './round-state';
import { useRoundTimes } from './use-round-times';

type Found = { round: RoundView | null; nextAt: number | null };

/** SA-1: finds whom to call now and offers the call; nobody is looked for in the list. */
export function CallNext() {
  const t = useTranslations('rounds');
  const words = useErrorWords();
  const times = useRoundTimes();
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const find = async () => {
    setBusy(true);
    setProblem(null);
    try {
      setFound(await api.get<Found>('/rounds/next'));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(words.ofError(error));
    } finally {
      setBusy(false);
    }
  };
  const round = found?.round ?? null;
  return (
    <section aria-label={t('callNext')} className="flex flex-col gap-2 pb-4">
      <div>
        <Button variant="primary" icon={<PhoneOutgoing />} busy={isBusy} onClick={() => void find()}>
          {t('callNext')}
        </Button>
      </div>
      <div role="status" className="empty:hidden">
        {round ? (
          <div className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
            <p className="font-semibold text-lg">
              {t('nextIs', { name: '' })}
              <TextLink href={`/rounds/${round.id}`}>{round.counterparty.name}</TextLink>
            </p>
            <p className="flex flex-wrap items-center gap-2 text-soft">
              <span>{times.span(round)}</span>
              {round.earlierState ? (
                <>
                  <span>{t('columns.earlier')}:</span>
                  <RoundStateBadge state={round.earlierState} />
                </>
              ) : null}
              {round.openComplaints > 0 ? (
                <span className="text-danger-ink">
                  {t('complaintsOpen', { count: round.openComplaints })}
                </span>
              ) : null}
            </p>
            <CallClient round={round} />
          </div>
        ) : null}
        {found && !round ? (
          <InlineAlert>
            {found.nextAt === null ? t('nobodyNext') : t('nextAt', { at: times.at(found.nextAt) })}
          </InlineAlert>
        ) : null}
      </div>
      {problem ? (
        <InlineAlert tone="danger" urgent>
          {problem}
        </InlineAlert>
      ) : null}
    </section>
  );
}
