'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { TextArea } from '@/components/ui/text-area';
import { scoreCardLimits, scoreOf, unreadyParts } from '@/lib/domain/score-cards/score-card';
import type { ScoreCardView } from '@/lib/domain/score-cards/score-card-views';
import { CardConflict } from './card-conflict';
import { stagesOf } from './card-reading';
import { CardSavedSign } from './card-saved-sign';
import { CriterionField } from './criterion-field';
import { EditorActions } from './editor-actions';
import { NoteFields } from './note-fields';
import { ScoreLine } from './score-line';
import type { CardPlayer } from './use-card-player';
import type { WrittenCard } from './use-score-card-keeper';

type Props = {
  card: ScoreCardView;
  written: WrittenCard;
  player: CardPlayer;
  newestNoteId: string | null;
};

/** A card being written: kept as it is typed, sent when each criterion has its mark. */
export function CardEditor({ card, written: { keeper, state }, player, newestNoteId }: Props) {
  const t = useTranslations('scoreCards');
  const { chart } = useChartWords();
  const [isTried, setTried] = useState(false);
  const { content } = state;
  const keys = card.criteria.map(({ key }) => key);
  const unready = unreadyParts(content, keys);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <ScoreLine score={scoreOf(content, keys)} />
        <CardSavedSign state={state} />
      </div>
      {state.status === 'refused' ? <CardConflict card={card} written={{ keeper, state }} /> : null}
      {stagesOf(card.criteria).map(({ stage, items }) => (
        <section key={stage}>
          <h3 className="font-semibold">{chart('stages', stage)}</h3>
          <ul>
            {items.map((criterion) => (
              <CriterionField
                key={criterion.key}
                criterion={criterion}
                mark={content.marks[criterion.key]}
                player={player}
                error={isTried && unready.unmarked.includes(criterion.key) ? t('chooseVerdict') : undefined}
                onChange={(mark) =>
                  keeper.change({ ...content, marks: { ...content.marks, [criterion.key]: mark } })
                }
              />
            ))}
          </ul>
        </section>
      ))}
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">{t('notes')}</h3>
        <NoteFields
          notes={content.notes}
          player={player}
          newestId={newestNoteId}
          onChange={(notes) => keeper.change({ ...content, notes })}
        />
      </section>
      <TextArea
        label={t('summary')}
        maxLength={scoreCardLimits.summary}
        value={content.summary}
        onValueChange={(summary) => keeper.change({ ...content, summary })}
      />
      <EditorActions {...{ card, keeper, state, unready }} onTry={() => setTried(true)} />
    </div>
  );
}
