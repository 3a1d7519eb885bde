'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useCityDirectory } from '@/components/cities/city-directory-provider';
import type { FieldProps } from '@/components/ui/field';
import { TextField } from '@/components/ui/text-field';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';

type Props = Omit<FieldProps, 'label'> & { value: string; onValueChange: (city: string) => void };

/** CARD: Группа, the city; any text, with the cities we know offered while typing. */
export function CityField({ value, onValueChange, ...field }: Props) {
  const t = useTranslations('counterparties');
  const { offered } = useCityDirectory();
  const citiesId = useId();
  return (
    <>
      <TextField
        {...field}
        label={t('fields.city')}
        placeholder={t('cityHint')}
        maxLength={cardLimits.city}
        list={citiesId}
        value={value}
        onValueChange={onValueChange}
      />
      <datalist id={citiesId}>
        {offered.map((city) => (
          <option key={`${city.name} ${city.region}`} value={city.name}>
            {city.region}
          </option>
        ))}
      </datalist>
    </>
  );
}
