'use client';

import { useTranslations } from 'use-intl';
import { useCallerName } from '@/components/calls/journal/caller-name';
import { Recordings } from '@/components/recordings/recordings';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { InlineAlert } from '@/components/ui/inline-alert';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { emptyScoreCard } from '@/lib/domain/score-cards/score-card';
import type { ScoreCardView } from '@/lib/domain/score-cards/score-card-views';
import { CardReading } from './card-reading';
import { CardTalk } from './card-talk';
import { EarlierEditions } from './earlier-editions';
import { SaidDialog } from './said-dialog';
import { ScoreCardStateBadge } from './state-badge';
import { useCardChange } from './use-card-change';
import { commentMarks, useCardPlayer } from './use-card-player';

/** A card as it was sent, with the recording it speaks of: its employee acknowledges it, or objects. */
export function OwnCardScreen({ card, isOwn }: { card: ScoreCardView; isOwn: boolean }) {
  const t = useTranslations('scoreCards');
  const { nameOf } = useCallerName();
  const { player, use } = useCardPlayer(card.recordings);
  const change = useCardChange();
  const [last, ...before] = card.editions;
  const { may, call } = card;
  return (
    <>
      <PageHeader
        up={
          <TextLink href={isOwn ? '/score-cards/mine' : '/score-cards'}>
            {t(isOwn ? 'mine' : 'list')}
          </TextLink>
        }
        title={t('titleOfCall', { caller: nameOf(call) })}
        meta={<ScoreCardStateBadge state={card.state} />}
        actions={call.mayReview ? <ButtonLink href={`/calls/${call.id}`}>{t('toCall')}</ButtonLink> : null}
      />
      <div className="flex flex-col gap-4">
        {card.recordings.length > 0 ? (
          <Panel title={t('recording')}>
            <Recordings
              recordings={card.recordings}
              marksOf={({ id }) => commentMarks(last?.content ?? emptyScoreCard, id)}
              {...use}
            />
          </Panel>
        ) : null}
        {last ? (
          <Panel title={t('title')}>
            <div className="flex flex-col gap-4">
              <CardTalk edition={last} />
              <CardReading criteria={card.criteria} content={last.content} player={player} />
              {change.problem ? (
                <InlineAlert tone="danger" urgent>
                  {change.problem}
                </InlineAlert>
              ) : null}
              {may.acknowledge || may.object ? (
                <div className="flex flex-wrap gap-2">
                  {may.acknowledge ? (
                    <Button
                      variant="primary"
                      busy={change.busy}
                      onClick={() =>
                        void change.run({
                          path: `/score-cards/${card.id}/acknowledge`,
                          body: { edition: card.edition },
                          done: t('acknowledged'),
                        })
                      }
                    >
                      {t('acknowledge')}
                    </Button>
                  ) : null}
                  {may.object ? <SaidDialog cardId={card.id} edition={card.edition} kind="object" /> : null}
                </div>
              ) : null}
              {isOwn && card.state === 'objected' ? <InlineAlert>{t('objectionWaits')}</InlineAlert> : null}
              <EarlierEditions card={card} player={player} editions={before} />
            </div>
          </Panel>
        ) : (
          <EmptyState title={t('draftText')} />
        )}
      </div>
    </>
  );
}
