'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ChosenPlace } from '@/components/recordings/recording-player';
import type { RecordedPlace } from '@/lib/domain/score-cards/score-card';
import { emptyScoreCard, scoreCardLimits } from '@/lib/domain/score-cards/score-card';
import type { CallScoring } from '@/lib/domain/score-cards/score-card-views';
import { useCardChange } from './use-card-change';
import type { CardPlayer } from './use-card-player';
import { useScoreCardKeeper } from './use-score-card-keeper';

/** The score card of a call beside its recordings: a comment on a moment begins the card where there is none yet. */
export function useCallScoring(callId: string, { card, mayBegin }: CallScoring, player: CardPlayer) {
  const t = useTranslations('scoreCards');
  const change = useCardChange();
  const written = useScoreCardKeeper(card);
  const [waiting, setWaiting] = useState<RecordedPlace | null>(null);
  const [newestNoteId, setNewestNoteId] = useState<string | null>(null);
  const keeper = written?.keeper ?? null;

  const begin = () => change.run({ path: `/calls/${callId}/score-card`, body: {}, done: t('begun') });

  const note = (place: RecordedPlace) => {
    if (!keeper) return;
    const { content } = keeper.state();
    if (content.notes.length >= scoreCardLimits.notes) return;
    const id = crypto.randomUUID();
    const notes = [...content.notes, { id, text: '', place }];
    keeper.change({ ...content, notes: notes.sort((one, other) => one.place.seconds - other.place.seconds) });
    setNewestNoteId(id);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the comment that was asked for first waits for the card alone
  useEffect(() => {
    if (!keeper || !waiting) return;
    setWaiting(null);
    note(waiting);
  }, [keeper, waiting]);

  const comment = (place: ChosenPlace) => {
    if (keeper) note(place);
    else {
      setWaiting(place);
      void begin().then((isBegun) => isBegun || setWaiting(null));
    }
  };

  return {
    begin: { run: () => void begin(), busy: change.busy, problem: change.problem },
    written,
    player,
    newestNoteId,
    comment: keeper || mayBegin ? comment : undefined,
    /** What stands on the card now, whoever reads it. */
    content: written?.state.content ?? card?.content ?? card?.editions[0]?.content ?? emptyScoreCard,
  };
}
