'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { useErrorWords } from '@/components/use-error-words';
import type { ScoreCardView } from '@/lib/domain/score-cards/score-card-views';
import type { WrittenCard } from './use-score-card-keeper';

type Props = { card: ScoreCardView; written: WrittenCard };

/** The server did not take what was written: whoever wrote it decides which of the two is to stand. */
export function CardConflict({ card, written: { keeper, state } }: Props) {
  const t = useTranslations('scoreCards.conflict');
  const words = useErrorWords();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const withNewest = async (act: (newest: ScoreCardView) => void) => {
    setBusy(true);
    setProblem(null);
    try {
      act(await api.get<ScoreCardView>(`/score-cards/${card.id}`));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(words.ofError(error));
    } finally {
      setBusy(false);
    }
  };
  const isConflict = state.problem?.code === 'conflict';
  return (
    <InlineAlert
      tone="danger"
      urgent
      title={isConflict ? t('title') : t('refused')}
      actions={
        <>
          <Button busy={busy} onClick={() => void withNewest(({ version }) => keeper.overwrite(version))}>
            {t('keepMine')}
          </Button>
          <Button
            busy={busy}
            onClick={() =>
              void withNewest(({ content, version }) => content && keeper.adopt({ content, version }))
            }
          >
            {t('takeTheirs')}
          </Button>
        </>
      }
    >
      {problem ?? (isConflict ? t('text') : words.ofError(state.problem))}
    </InlineAlert>
  );
}
