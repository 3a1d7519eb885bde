'use client';

import { useEffect, useState } from 'react';
import { useCityDirectory } from '@/components/cities/city-directory-provider';
import { normaliseName } from '@/lib/domain/counterparties/name';
import { CityField } from './city-field';

type Props = { city: string; onChoose: (city: string) => void };

/** Narrows a list to a city as soon as one we know is typed or chosen. */
export function CityFilter({ city, onChoose }: Props) {
  const { offered } = useCityDirectory();
  const [typed, setTyped] = useState(city);
  useEffect(() => {
    if (city === '') setTyped('');
  }, [city]);
  return (
    <CityField
      className="w-48"
      value={typed}
      onValueChange={(text) => {
        setTyped(text);
        const known = offered.find(({ name }) => normaliseName(name) === normaliseName(text));
        if (text.trim() === '' ? city !== '' : known && known.name !== city) onChoose(known?.name ?? '');
      }}
    />
  );
}
