'use client';

import { Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiError } from '@/components/api-error';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { isSameContent, type unreadyParts } from '@/lib/domain/score-cards/score-card';
import type { ScoreCardView } from '@/lib/domain/score-cards/score-card-views';
import { SaidDialog } from './said-dialog';
import type { KeeperState, ScoreCardKeeper } from './score-card-keeper';
import { useCardChange } from './use-card-change';

type Props = {
  card: ScoreCardView;
  keeper: ScoreCardKeeper;
  state: KeeperState;
  unready: ReturnType<typeof unreadyParts>;
  /** Somebody pressed «send» before everything was marked. */
  onTry: () => void;
};

/** What a reviewer does with the card as it stands: send it, stand by what was sent, discard the draft. */
export function EditorActions({ card, keeper, state, unready, onTry }: Props) {
  const t = useTranslations('scoreCards');
  const [isDiscarding, setDiscarding] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const change = useCardChange();
  const { unmarked, emptyNotes } = unready;
  const [last] = card.editions;
  const keys = card.criteria.map(({ key }) => key);
  const isUnchanged = last !== undefined && isSameContent(last.content, state.content, keys);
  const missing = [
    unmarked.length > 0 && t('unmarked', { count: unmarked.length }),
    emptyNotes.length > 0 && t('emptyNotes', { count: emptyNotes.length }),
  ].filter(Boolean);
  const send = async () => {
    if (missing.length > 0) {
      onTry();
      return;
    }
    setSaving(true);
    try {
      const version = await keeper.flush();
      await change.run({ path: `/score-cards/${card.id}/send`, body: { version }, done: t('sent') });
    } catch (error) {
      // What could not be kept is told by the sign and the notice beside what was written.
      if (!(error instanceof ApiError)) throw error;
    } finally {
      setSaving(false);
    }
  };
  return (
    <div className="flex flex-col gap-2">
      {missing.length > 0 ? <p className="text-soft">{missing.join(' ')}</p> : null}
      {change.problem && !isDiscarding ? (
        <InlineAlert tone="danger" urgent>
          {change.problem}
        </InlineAlert>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          icon={<Send />}
          busy={isSaving || (change.busy && !isDiscarding)}
          disabledReason={isUnchanged ? t('unchanged') : null}
          onClick={() => void send()}
        >
          {t(card.edition === 0 ? 'send' : 'sendChanged')}
        </Button>
        {card.may.uphold ? <SaidDialog cardId={card.id} edition={card.edition} kind="uphold" /> : null}
        {card.may.discard ? (
          <Button variant="quiet" icon={<Trash2 />} onClick={() => setDiscarding(true)}>
            {t('discard.action')}
          </Button>
        ) : null}
      </div>
      <AlertDialog
        open={isDiscarding}
        onOpenChange={setDiscarding}
        title={t('discard.title')}
        text={t('discard.text')}
        confirmLabel={t('discard.action')}
        busy={change.busy}
        error={change.problem}
        onConfirm={async () => {
          const path = `/score-cards/${card.id}`;
          if (!(await change.run({ method: 'delete', path, done: t('discard.done') }))) return;
          keeper.adopt({ content: card.content ?? state.content, version: card.version });
          setDiscarding(false);
        }}
      />
    </div>
  );
}
