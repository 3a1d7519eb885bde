'use client';

import { useTranslations } from 'use-intl';
import { SelectField } from '@/components/ui/select-field';

export type LetterAppeal = { id: string; number: number; topic: string };

type Props = {
  appeals: readonly LetterAppeal[];
  /** Empty: a new appeal. */
  value: string;
  onValueChange: (value: string) => void;
  error?: string;
};

/** On which of the counterparty's open appeals the letter stands, or on a new one. */
export function AppealOfLetter({ appeals, value, onValueChange, error }: Props) {
  const t = useTranslations('letters');
  return (
    <SelectField<string>
      label={t('appeal')}
      required
      options={[
        { value: '', label: t('newAppeal') },
        ...appeals.map(({ id, number, topic }) => ({ value: id, label: `№ ${number} · ${topic}` })),
      ]}
      value={value}
      onValueChange={onValueChange}
      error={error}
    />
  );
}
