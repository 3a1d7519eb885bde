'use client';

import { useTranslations } from 'use-intl';
import { useCityDirectory } from '@/components/cities/city-directory-provider';
import { TextField } from '@/components/ui/text-field';
import { useErrorWords } from '@/components/use-error-words';
import type { CardFields } from '@/lib/domain/counterparties/card-fields';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { CityField } from './city-field';
import { ContactPersonField } from './contact-person-field';
import { phoneWarning } from './phone-warning';
import { SimilarCards } from './similar-cards';

type Props = {
  fields: CardFields;
  onChange: (fields: CardFields) => void;
  /** Refused fields by name, as message keys. */
  problems: Partial<Record<keyof CardFields, string>>;
};

/** CARD: what a new counterparty is asked for. A phone that cannot be read is kept as typed, with a warning. */
export function CardFieldsForm({ fields, onChange, problems }: Props) {
  const t = useTranslations('counterparties');
  const words = useErrorWords();
  const said = (field: keyof CardFields) => problems[field] && words.ofField(problems[field]);
  const set = (change: Partial<CardFields>) => onChange({ ...fields, ...change });
  const warning = phoneWarning(fields.phone, fields.city, useCityDirectory());
  return (
    <div className="grid gap-3 desk:grid-cols-2">
      <TextField
        label={t('fields.name')}
        required
        maxLength={cardLimits.name}
        className="desk:col-span-2"
        value={fields.name}
        onValueChange={(name) => set({ name })}
        error={said('name')}
      />
      <SimilarCards name={fields.name} phone={fields.phone} city={fields.city} />
      <TextField
        label={t('fields.category')}
        maxLength={cardLimits.category}
        value={fields.category}
        onValueChange={(category) => set({ category })}
        error={said('category')}
      />
      <CityField value={fields.city} onValueChange={(city) => set({ city })} error={said('city')} />
      <ContactPersonField
        className="desk:col-span-2"
        value={fields.contactPerson}
        onValueChange={(contactPerson) => set({ contactPerson })}
        error={said('contactPerson')}
      />
      <TextField
        label={t('fields.phone')}
        inputMode="tel"
        maxLength={cardLimits.phone}
        value={fields.phone}
        onValueChange={(phone) => set({ phone })}
        warning={warning && t(`phoneWarning.${warning}`)}
        error={said('phone')}
      />
      <TextField
        label={t('fields.phoneExtension')}
        inputMode="numeric"
        maxLength={cardLimits.phoneExtension}
        value={fields.phoneExtension}
        onValueChange={(phoneExtension) => set({ phoneExtension })}
        error={said('phoneExtension')}
      />
    </div>
  );
}
