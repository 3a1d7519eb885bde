'use client';

import { useTranslations } from 'use-intl';

const namedFields = [
  'name',
  'category',
  'city',
  'contactPerson',
  'inn',
  'kpp',
  'priceType',
  'phone',
  'phones',
  'emails',
  'contacts',
  'products',
  'contracts',
  'purchases',
  'attachments',
  'note',
  'status',
  'assignedTo',
] as const;
export type CardField = (typeof namedFields)[number];

/** The fields of a card and their values, as its history names them. */
export function useCardFieldWords() {
  const t = useTranslations('counterparties');
  return {
    fieldName: (field: string) => {
      const known = namedFields.find((one) => one === field);
      return known ? t(`fields.${known}`) : field;
    },
    valueText: (field: string, value: unknown) =>
      field === 'status' && (value === 'client' || value === 'dealer' || value === 'prospect')
        ? t(`status.${value}`)
        : undefined,
  };
}
