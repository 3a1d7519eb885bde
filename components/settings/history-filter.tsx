'use client';

import { useTranslations } from 'use-intl';
import { FilterBar } from '@/components/ui/filter-bar';
import { SelectField } from '@/components/ui/select-field';
import { useListAddress } from '@/components/ui/use-list-address';
import { type HistoryNoun, historyNouns } from '@/lib/domain/settings/history-nouns';

const everything = 'all';

/** Narrows the history to one kind of thing; the address keeps it. */
export function HistoryFilter({ noun }: { noun: HistoryNoun | undefined }) {
  const t = useTranslations('settings.history');
  const list = useListAddress();
  return (
    <FilterBar>
      <SelectField<HistoryNoun | typeof everything>
        label={t('what')}
        value={noun ?? everything}
        onValueChange={(chosen) => list.show({ noun: chosen === everything ? null : chosen, nounId: null })}
        options={[
          { value: everything, label: t('everything') },
          ...historyNouns.map((value) => ({ value, label: t(`nouns.${value}`) })),
        ]}
      />
    </FilterBar>
  );
}
