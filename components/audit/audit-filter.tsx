'use client';

import { useTranslations } from 'use-intl';
import { CounterpartySearch } from '@/components/counterparties/counterparty-search';
import type { PersonChoice } from '@/components/employees/person-select';
import { DateTimeField } from '@/components/ui/date-time-field';
import { FilterBar } from '@/components/ui/filter-bar';
import { SelectField } from '@/components/ui/select-field';
import { useListAddress } from '@/components/ui/use-list-address';
import { type AuditKind, auditKinds } from '@/lib/domain/audit/audit-entry';

type Props = {
  people: readonly PersonChoice[];
  employeeId: string | undefined;
  kind: AuditKind | undefined;
  /** Whether the list is of one card, which its rows name. */
  isOfCard: boolean;
  /** Days as `YYYY-MM-DD`, the last one included; empty when not limited. */
  from: string;
  until: string;
};

/** Narrows the audit log; the address keeps by what. */
export function AuditFilter({ people, employeeId, kind, isOfCard, from, until }: Props) {
  const t = useTranslations('audit');
  const list = useListAddress();
  return (
    <FilterBar
      isFiltered={isOfCard || [employeeId, kind, from, until].some(Boolean)}
      onReset={() =>
        list.show({ employeeId: null, kind: null, counterpartyId: null, from: null, until: null })
      }
    >
      <SelectField
        label={t('filters.employee')}
        className="w-48"
        value={employeeId ?? ''}
        onValueChange={(chosen) => list.show({ employeeId: chosen })}
        options={[
          { value: '', label: t('filters.everybody') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField<AuditKind | ''>
        label={t('filters.kind')}
        className="w-44"
        value={kind ?? ''}
        onValueChange={(chosen) => list.show({ kind: chosen })}
        options={[
          { value: '', label: t('filters.everything') },
          ...auditKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
        ]}
      />
      <CounterpartySearch
        key={isOfCard ? 'chosen' : 'any'}
        label={isOfCard ? t('filters.anotherCard') : t('filters.card')}
        className="w-52"
        value={null}
        onValueChange={(card) => {
          if (card) list.show({ counterpartyId: card.id });
        }}
      />
      <DateTimeField
        precision="date"
        label={t('filters.from')}
        value={from}
        max={until || undefined}
        onValueChange={(value) => list.show({ from: value })}
      />
      <DateTimeField
        precision="date"
        label={t('filters.until')}
        value={until}
        min={from || undefined}
        onValueChange={(value) => list.show({ until: value })}
      />
    </FilterBar>
  );
}
