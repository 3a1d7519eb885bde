'use client';

import { useTranslations } from 'use-intl';
import { CounterpartySearch } from '@/components/counterparties/counterparty-search';
import type { PersonChoice } from '@/components/employees/person-select';
import { FilterBar } from '@/components/ui/filter-bar';
import { SelectField } from '@/components/ui/select-field';
import { useListAddress } from '@/components/ui/use-list-address';

type Props = {
  people: readonly PersonChoice[];
  employeeId: string | undefined;
  /** Whether the list is of one card, which its rows name. */
  isOfCard: boolean;
};

/** Narrows what was opened to a person and to a card; the address keeps both. */
export function AccessFilter({ people, employeeId, isOfCard }: Props) {
  const t = useTranslations('accessLog');
  const list = useListAddress();
  return (
    <FilterBar
      isFiltered={isOfCard || employeeId !== undefined}
      onReset={() => list.show({ employeeId: null, counterpartyId: null })}
    >
      <SelectField
        label={t('employee')}
        className="w-64"
        value={employeeId ?? ''}
        onValueChange={(chosen) => list.show({ employeeId: chosen })}
        options={[
          { value: '', label: t('everybody') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <CounterpartySearch
        key={isOfCard ? 'chosen' : 'any'}
        label={isOfCard ? t('anotherCard') : t('card')}
        className="w-72"
        value={null}
        onValueChange={(card) => {
          if (card) list.show({ counterpartyId: card.id });
        }}
      />
    </FilterBar>
  );
}
