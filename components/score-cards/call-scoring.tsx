'use client';

import { ClipboardCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Panel } from '@/components/ui/panel';
import type { CallScoring as Scoring } from '@/lib/domain/score-cards/score-card-views';
import { CardEditor } from './card-editor';
import { CardReading } from './card-reading';
import { CardTalk } from './card-talk';
import { EarlierEditions } from './earlier-editions';
import { ScoreCardStateBadge } from './state-badge';
import type { useCallScoring } from './use-call-scoring';

type Props = { scoring: Scoring; use: ReturnType<typeof useCallScoring> };

/** The score card in the review of its call: to be begun, written, answered; for its employee the way to it. */
export function CallScoring({ scoring: { card, employee, mayBegin, reason }, use }: Props) {
  const t = useTranslations('scoreCards');
  const { begin, written, player, newestNoteId } = use;
  if (!card) {
    if (!mayBegin && !reason) return null;
    return (
      <Panel title={t('title')}>
        <div className="flex flex-col items-start gap-3">
          <p className="text-soft">
            {reason ? t(`reasons.${reason}`) : t('beginText', { name: employee?.name ?? '—' })}
          </p>
          {begin.problem ? (
            <InlineAlert tone="danger" urgent>
              {begin.problem}
            </InlineAlert>
          ) : null}
          {mayBegin ? (
            <Button icon={<ClipboardCheck />} busy={begin.busy} onClick={() => begin.run()}>
              {t('begin')}
            </Button>
          ) : null}
        </div>
      </Panel>
    );
  }
  const [last, ...before] = card.editions;
  const isReviewer = card.content !== null;
  if (!isReviewer) {
    return (
      <Panel title={t('title')} actions={<ScoreCardStateBadge state={card.state} />}>
        <ButtonLink href={`/score-cards/${card.id}`} icon={<ClipboardCheck />}>
          {t('open')}
        </ButtonLink>
      </Panel>
    );
  }
  return (
    <Panel
      title={t('titleOf', { name: employee?.name ?? '—' })}
      actions={<ScoreCardStateBadge state={card.state} />}
    >
      <div className="flex flex-col gap-4">
        {last ? <CardTalk edition={last} /> : <p className="text-soft">{t('draftText')}</p>}
        {written ? (
          <CardEditor card={card} written={written} player={player} newestNoteId={newestNoteId} />
        ) : last ? (
          <CardReading criteria={card.criteria} content={last.content} player={player} />
        ) : null}
        <EarlierEditions
          card={card}
          player={player}
          editions={written && card.isChanged && last ? card.editions : before}
        />
      </div>
    </Panel>
  );
}
