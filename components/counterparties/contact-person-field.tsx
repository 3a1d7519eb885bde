'use client';

import { Minus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { FieldProps } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { TextField } from '@/components/ui/text-field';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { untoldContact } from '@/lib/domain/counterparties/counterparty';

type Props = Omit<FieldProps, 'label'> & { value: string; onValueChange: (name: string) => void };

/** CARD: the contact person, or one press for the dash when nobody told. */
export function ContactPersonField({ value, onValueChange, className, ...field }: Props) {
  const t = useTranslations('counterparties');
  return (
    <div className={`flex items-start gap-1 ${className ?? ''}`}>
      <TextField
        {...field}
        label={t('fields.contactPerson')}
        maxLength={cardLimits.contactPerson}
        className="flex-1"
        value={value}
        onValueChange={onValueChange}
      />
      <IconButton
        label={t('untoldAction')}
        icon={<Minus />}
        variant="secondary"
        className="mt-6"
        onClick={() => onValueChange(untoldContact)}
      />
    </div>
  );
}
