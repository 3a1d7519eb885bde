'use client';

import { useTranslations } from 'use-intl';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { cardsOfCall } from '@/lib/domain/calls/cards-of-call';

type Caller = Pick<MyCall, 'caller' | 'candidates' | 'chosenCounterpartyId'>;

/** Who is calling, in as few words as there are: the card, the number, or what is known of neither (IN-7). */
export function useCallerWords() {
  const t = useTranslations('desk.caller');
  const numberOf = ({ caller }: Pick<Caller, 'caller'>) =>
    caller.kind === 'withheld' ? t('withheld') : caller.display || t('unreadable');
  const nameOf = (call: Caller) => {
    const cards = cardsOfCall(call);
    const [first] = cards;
    if (cards.length > 1) return t('severalCards', { count: cards.length });
    return first ? first.card.name : numberOf(call);
  };
  return { numberOf, nameOf };
}
