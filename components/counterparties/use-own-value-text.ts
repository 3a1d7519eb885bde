'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { type CardFieldKind, checkedValue } from '@/lib/domain/counterparties/own-field';

/** What is filled in in an own field, as people read it. */
export function useOwnValueText() {
  const common = useTranslations('common');
  const format = useFormatter();
  return (kind: CardFieldKind, value: string): string => {
    if (kind === 'checkbox') return common(value === checkedValue ? 'yes' : 'no');
    if (value === '') return '';
    if (kind === 'date')
      return format.dateTime(Date.parse(`${value}T00:00:00Z`), 'date', { timeZone: 'UTC' });
    return kind === 'number' ? format.number(Number(value), { maximumFractionDigits: 6 }) : value;
  };
}
