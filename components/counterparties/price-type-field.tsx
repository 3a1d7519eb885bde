'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldProps } from '@/components/ui/field';
import { TextField } from '@/components/ui/text-field';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';

type Props = Omit<FieldProps, 'label'> & { value: string; onValueChange: (priceType: string) => void };

/** By which prices the counterparty buys; the usual ones are offered while typing. */
export function PriceTypeField({ value, onValueChange, ...field }: Props) {
  const t = useTranslations('counterparties');
  const listId = useId();
  return (
    <>
      <TextField
        {...field}
        label={t('fields.priceType')}
        placeholder={t('priceTypeHint')}
        maxLength={cardLimits.priceType}
        list={listId}
        value={value}
        onValueChange={onValueChange}
      />
      <datalist id={listId}>
        {(['retail', 'wholesale', 'dealer'] as const).map((type) => (
          <option key={type} value={t(`priceTypes.${type}`)} />
        ))}
      </datalist>
    </>
  );
}
