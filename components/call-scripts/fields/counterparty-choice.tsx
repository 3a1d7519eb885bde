'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRunningCall } from '@/components/calls/running-call';
import { CounterpartySearch } from '@/components/counterparties/counterparty-search';
import { MakeOrChoose } from '@/components/reactions/make-or-choose';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { CardStatus } from './card-status';

type Props = {
  /** IN-4: an existing card, never a new one. */
  mustExist?: boolean;
  /** The asked step stands before the caller's cards; the card beside it does not repeat them. */
  offersCandidates?: boolean;
};

/** CARD: the client is made new («V») or chosen («…»); exactly one card is used (IN-2). */
export function CounterpartyChoice({ mustExist = false, offersCandidates = false }: Props) {
  const t = useTranslations('desk.card');
  const tReactions = useTranslations('reactions.card');
  const { draft, view, report, isCardFixed } = useRunningCall();
  const chosen = draft.chosenCounterparty;
  const [isSearching, setSearching] = useState(mustExist);
  useEffect(() => {
    if (chosen && !mustExist) setSearching(false);
  }, [chosen, mustExist]);

  const choose = (counterpartyId: string | null) =>
    void report({ type: 'manager.choseCounterparty', counterpartyId });
  const offered = offersCandidates ? view.candidates.filter(({ card }) => card.id !== chosen?.id) : [];
  return (
    <div className="flex flex-col gap-2">
      {mustExist || isCardFixed ? null : (
        <MakeOrChoose
          mode={chosen || isSearching ? 'existing' : 'new'}
          onModeChange={(mode) => {
            setSearching(mode === 'existing');
            if (mode === 'new' && chosen) choose(null);
          }}
          newLabel={tReactions('newClient')}
          existingLabel={tReactions('chooseClient')}
        />
      )}
      {chosen ? (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md bg-good-tint px-2 py-1">
          <TextLink href={`/counterparties/${chosen.id}`} target="_blank" className="font-semibold">
            {chosen.name}
          </TextLink>
          <CardStatus status={chosen.status} />
          <span className="text-soft">{chosen.city}</span>
        </p>
      ) : null}
      {offered.length > 0 && !isCardFixed ? (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-soft text-sm">{t('byNumber')}</span>
          {offered.map(({ card }) => (
            <Button
              key={card.id}
              size="small"
              className="h-auto min-h-7 max-w-full whitespace-normal py-0.5"
              onClick={() => choose(card.id)}
            >
              {t('itIs', { name: card.name })}
            </Button>
          ))}
        </div>
      ) : null}
      {(isSearching || mustExist) && !isCardFixed ? (
        <CounterpartySearch
          label={mustExist ? t('companyOrContract') : tReactions('searchClient')}
          value={null}
          onValueChange={(card) => card && choose(card.id)}
        />
      ) : null}
    </div>
  );
}
