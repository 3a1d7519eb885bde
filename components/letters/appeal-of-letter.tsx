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
  const t = useTranslations();
  return (
    <SelectField<string>
      label={t('letters.appeal')}
      required
      options={[
        { value: '', label: t('letters.newAppeal') },
        ...appeals.map(({ id, number, topic }) => ({
          value: id,
          label: `${t('reactions.appealNumber', { number: String(number) })} · ${topic}`,
        })),
      ]}
      value={value}
      onValueChange={onValueChange}
      error={error}
    />
  );
}
