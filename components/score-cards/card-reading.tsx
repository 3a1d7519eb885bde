'use client';

import { useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import { Badge } from '@/components/ui/badge';
import { emptyMark, type ScoreCardContent, scoreOf, type Verdict } from '@/lib/domain/score-cards/score-card';
import type { CriterionView } from '@/lib/domain/score-cards/score-card-views';
import { CriterionWords } from './criterion-words';
import { PlaceButton } from './place-button';
import { ScoreLine } from './score-line';
import type { CardPlayer } from './use-card-player';

const tones: Record<Verdict, 'good' | 'danger' | 'plain'> = {
  yes: 'good',
  no: 'danger',
  notApplicable: 'plain',
};

type Props = { criteria: readonly CriterionView[]; content: ScoreCardContent; player: CardPlayer };

/** What a card says, to be read. */
export function CardReading({ criteria, content, player }: Props) {
  const t = useTranslations('scoreCards');
  const { chart } = useChartWords();
  const keys = criteria.map(({ key }) => key);
  return (
    <div className="flex flex-col gap-4">
      <ScoreLine score={scoreOf(content, keys)} />
      {stagesOf(criteria).map(({ stage, items }) => (
        <section key={stage}>
          <h3 className="font-semibold">{chart('stages', stage)}</h3>
          <ul>
            {items.map((criterion) => {
              const { verdict, comment, place } = content.marks[criterion.key] ?? emptyMark;
              return (
                <li key={criterion.key} className="border-line border-b py-2 last:border-b-0">
                  <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
                    <CriterionWords criterion={criterion} />
                    {verdict ? <Badge tone={tones[verdict]}>{t(`verdicts.${verdict}`)}</Badge> : '—'}
                  </div>
                  {comment || place ? (
                    <p className="flex flex-wrap items-center gap-2 [overflow-wrap:anywhere]">
                      {place ? <PlaceButton place={place} onListen={player.listen} /> : null}
                      {comment}
                    </p>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {content.notes.length > 0 ? (
        <section>
          <h3 className="font-semibold">{t('notes')}</h3>
          <ul>
            {content.notes.map(({ id, text, place }) => (
              <li key={id} className="flex flex-wrap items-center gap-2 [overflow-wrap:anywhere]">
                <PlaceButton place={place} onListen={player.listen} />
                {text}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {content.summary ? (
        <section>
          <h3 className="font-semibold">{t('summary')}</h3>
          <p className="whitespace-pre-line [overflow-wrap:anywhere]">{content.summary}</p>
        </section>
      ) : null}
    </div>
  );
}

/** The criteria by the stages of the conversation, in its order. */
export function stagesOf(criteria: readonly CriterionView[]) {
  const stages: { stage: CriterionView['stage']; items: CriterionView[] }[] = [];
  for (const criterion of criteria) {
    const last = stages.at(-1);
    if (last?.stage === criterion.stage) last.items.push(criterion);
    else stages.push({ stage: criterion.stage, items: [criterion] });
  }
  return stages;
}
