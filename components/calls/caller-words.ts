'use client';

import { useTranslations } from 'use-intl';
import { usePhoneText } from '@/components/counterparties/phone-text';
import type { MyCall } from '@/lib/domain/calls/call-view';
import { cardsOfCall } from '@/lib/domain/calls/cards-of-call';

type Caller = Pick<MyCall, 'caller' | 'candidates' | 'chosenCounterpartyId'>;

/** Who is calling, in as few words as there are: the card, the number, or what is known of neither (IN-7). */
export function useCallerWords() {
  const t = useTranslations('desk.caller');
  const phoneText = usePhoneText();
  const numberOf = ({ caller }: Pick<Caller, 'caller'>) => {
    switch (caller.kind) {
      case 'withheld':
        return t('withheld');
      case 'number':
        return caller.e164
          ? phoneText({ raw: caller.display ?? caller.e164, e164: caller.e164, extension: null })
          : (caller.display ?? t('unreadable'));
      default:
        return caller.display || t('unreadable');
    }
  };
  const nameOf = (call: Caller) => {
    const cards = cardsOfCall(call);
    const [first] = cards;
    if (cards.length > 1) return t('severalCards', { count: cards.length });
    return first ? first.card.name : numberOf(call);
  };
  return { numberOf, nameOf };
}
