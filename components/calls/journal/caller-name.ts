'use client';

import { useTranslations } from 'use-intl';
import type { JournalRow } from '@/lib/domain/calls/journal-view';

type Called = Pick<JournalRow, 'caller' | 'counterparty' | 'cardsOfNumber'>;

/** Who called, by card where there is one, and by number (IN-7). */
export function useCallerName() {
  const t = useTranslations();
  const numberOf = ({ caller }: Pick<Called, 'caller'>) =>
    caller.kind === 'withheld' ? t('desk.caller.withheld') : caller.display || t('desk.caller.unreadable');
  const cardOf = ({ counterparty, cardsOfNumber }: Called) => {
    if (counterparty) return counterparty.name;
    if (cardsOfNumber.length > 1) return t('calls.severalCards', { count: cardsOfNumber.length });
    return cardsOfNumber[0]?.name ?? null;
  };
  return { numberOf, cardOf, nameOf: (call: Called) => cardOf(call) ?? numberOf(call) };
}
