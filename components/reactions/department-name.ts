'use client';

import { useCallback } from 'react';
import { useLocale } from 'use-intl';
import { localizedName } from '@/lib/domain/localized-name';

/** A department by the language of the screen: its English name stands beside the Russian one in the data. */
export function useDepartmentName(): (department: { name: string; nameEn: string }) => string {
  const locale = useLocale();
  return useCallback((department) => localizedName(department, locale), [locale]);
}
