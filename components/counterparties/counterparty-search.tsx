'use client';

import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ComboboxField } from '@/components/ui/combobox-field';
import type { FieldProps } from '@/components/ui/field';
import type { SearchAnswer } from '@/components/ui/use-search';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { searchLine } from '@/lib/domain/search/search-line';
import { usePhoneText } from './phone-text';

type Props = FieldProps & {
  value: CardSummary | null;
  onValueChange: (card: CardSummary | null) => void;
};

/** «…»: chooses an existing card by name, phone or contract number. */
export function CounterpartySearch({ value, onValueChange, ...field }: Props) {
  const t = useTranslations('reactions.card');
  const status = useTranslations('counterparties.status');
  const phoneText = usePhoneText();
  return (
    <ComboboxField<CardSummary>
      {...field}
      value={value}
      onValueChange={onValueChange}
      search={searchCards}
      itemKey={(card) => card.id}
      itemLabel={(card) => card.name}
      itemDetail={(card) =>
        [status(card.status), card.city, card.phones[0] && phoneText(card.phones[0]), card.contracts[0]]
          .filter(Boolean)
          .join(' · ')
      }
      placeholder={t('searchClientHint')}
    />
  );
}

async function searchCards(query: string, signal: AbortSignal): Promise<SearchAnswer<CardSummary>> {
  const { cards, hasMore } = await api.get<{ cards: CardSummary[]; hasMore: boolean }>(
    '/counterparties/search',
    {
      query: { query: searchLine(query) },
      signal,
    },
  );
  return { found: cards, hasMore };
}
