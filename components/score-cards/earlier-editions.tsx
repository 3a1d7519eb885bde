'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { ScoreCardView } from '@/lib/domain/score-cards/score-card-views';
import { CardReading } from './card-reading';
import { CardTalk } from './card-talk';
import type { CardPlayer } from './use-card-player';

type Props = { card: ScoreCardView; player: CardPlayer; editions: ScoreCardView['editions'] };

/** What was sent before, each as it was then. */
export function EarlierEditions({ card, player, editions }: Props) {
  const t = useTranslations('scoreCards');
  const format = useFormatter();
  return editions.map((edition) => (
    <details key={edition.edition} className="rounded-md border border-line px-3 py-2">
      <summary className="cursor-pointer">
        {t('earlier', { edition: edition.edition, at: format.dateTime(edition.sentAt, 'dateTime') })}
      </summary>
      <div className="flex flex-col gap-3 pt-3">
        <CardTalk edition={edition} />
        <CardReading criteria={card.criteria} content={edition.content} player={player} />
      </div>
    </details>
  ));
}
