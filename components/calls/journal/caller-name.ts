'use client';

import { useTranslations } from 'use-intl';
import { usePhoneText } from '@/components/counterparties/phone-text';
import type { JournalRow } from '@/lib/domain/calls/journal-view';

type Called = Pick<JournalRow, 'caller' | 'counterparty' | 'cardsOfNumber'>;

/** Who called, by card where there is one, and by number (IN-7). */
export function useCallerName() {
  const t = useTranslations();
  const phoneText = usePhoneText();
  const numberOf = ({ caller }: Pick<Called, 'caller'>) => {
    if (caller.kind === 'withheld') return t('desk.caller.withheld');
    if (caller.kind === 'number' && caller.e164) {
      return phoneText({ raw: caller.display ?? caller.e164, e164: caller.e164, extension: null });
    }
    return caller.display || t('desk.caller.unreadable');
  };
  const cardOf = ({ counterparty, cardsOfNumber }: Called) => {
    if (counterparty) return counterparty.name;
    if (cardsOfNumber.length > 1) return t('calls.severalCards', { count: cardsOfNumber.length });
    return cardsOfNumber[0]?.name ?? null;
  };
  return { numberOf, cardOf, nameOf: (call: Called) => cardOf(call) ?? numberOf(call) };
}
