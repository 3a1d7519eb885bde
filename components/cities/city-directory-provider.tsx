'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type CityDirectory, cityDirectory, type DirectoryCity } from '@/lib/domain/cities/city-directory';

const CityDirectoryContext = createContext<CityDirectory | null>(null);

type Props = { cities: readonly DirectoryCity[]; children: ReactNode };

/** The cities of the settings for everything below: fields that offer them, phones that are read aloud. */
export function CityDirectoryProvider({ cities, children }: Props) {
  const directory = useMemo(() => cityDirectory(cities), [cities]);
  return <CityDirectoryContext value={directory}>{children}</CityDirectoryContext>;
}

export function useCityDirectory(): CityDirectory {
  const directory = useContext(CityDirectoryContext);
  if (!directory) throw new Error('useCityDirectory needs a CityDirectoryProvider above it');
  return directory;
}
