'use client';

import { useTranslations } from 'use-intl';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';

type Named = Pick<NextReactionView, 'kind' | 'topic' | 'counterparty' | 'cardsOfNumber' | 'callerText'>;

/** What a next reaction is about, and whom: the counterparty, the card of a missed caller's number, or the number. */
export function useReactionName() {
  const t = useTranslations('reactions');
  const numberOf = ({ callerText }: Named) => callerText;
  return {
    /** A missed call's own topic is stored in Russian. */
    topicOf: (next: Named) => (next.kind === 'missedCall' ? t('kinds.missedCall') : next.topic),
    nameOf: (next: Named) =>
      next.counterparty?.name ??
      (next.cardsOfNumber.length === 1 ? next.cardsOfNumber[0]!.name : null) ??
      (numberOf(next) || '—'),
    numberOf,
  };
}
