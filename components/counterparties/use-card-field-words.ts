'use client';

import { useContext } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { purchaseInHistory } from '@/components/purchases/purchase-in-history';
import { useSumWords } from '@/components/purchases/use-sum-words';
import type { FieldWords } from '@/components/reactions/changed-field-list';
import { fieldIdOfKey } from '@/lib/domain/counterparties/own-field';
import { localizedName } from '@/lib/domain/localized-name';
import { OwnFieldsContext } from './own-fields-context';
import { useOwnValueText } from './use-own-value-text';

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
  'recommendation',
  'merged',
  'importUndone',
  'note',
  'status',
  'assignedTo',
] as const;
export type CardField = (typeof namedFields)[number];

/** The fields of a card and their values, as its history names them. */
export function useCardFieldWords(): FieldWords {
  const t = useTranslations('counterparties');
  const locale = useLocale();
  const ownFields = useContext(OwnFieldsContext);
  const ownText = useOwnValueText();
  const sums = useSumWords();
  const ownField = (key: string) => ownFields.find(({ id }) => id === fieldIdOfKey(key));
  return {
    fieldName: (field) => {
      const known = namedFields.find((one) => one === field);
      if (known) return t(`fields.${known}`);
      const own = ownField(field);
      return own ? localizedName(own, locale) : t('ownField');
    },
    valueText: (field, value) => {
      if (field === 'status' && (value === 'client' || value === 'dealer' || value === 'prospect')) {
        return t(`status.${value}`);
      }
      if (field === 'purchases' && typeof value === 'string') return purchaseInHistory(value, sums);
      const own = ownField(field);
      return own && typeof value === 'string' ? ownText(own.kind, value) || undefined : undefined;
    },
  };
}
