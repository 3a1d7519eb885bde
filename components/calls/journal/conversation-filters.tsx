'use client';

import { useTranslations } from 'use-intl';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { SelectField } from '@/components/ui/select-field';
import { longStepChoices, scoredChoices } from '@/lib/domain/calls/journal-choices';
import type { ConversationFilter } from './journal-filters';

type Props = { filter: ConversationFilter; show: (change: Record<string, string | null>) => void };

/** What reviewers look for in conversations: refused and unlisted answers, long steps, score cards. */
export function ConversationFilters({ filter, show }: Props) {
  const t = useTranslations('calls.filters');
  const unlessAny = (value: string) => (value === 'any' ? null : value);
  return (
    <>
      <SelectField<string>
        className="w-44"
        label={t('longStep')}
        options={[
          { value: 'any', label: t('anyLength') },
          ...longStepChoices.map((seconds) => ({ value: String(seconds), label: t('seconds', { seconds }) })),
        ]}
        value={filter.longStep}
        onValueChange={(value) => show({ longStep: unlessAny(value) })}
      />
      <SelectField<string>
        className="w-44"
        label={t('scored')}
        options={[
          { value: 'any', label: t('any') },
          ...scoredChoices.map((value) => ({ value, label: t(`scoredAs.${value}`) })),
        ]}
        value={filter.scored}
        onValueChange={(value) => show({ scored: unlessAny(value) })}
      />
      <CheckboxField
        className="h-8 justify-center"
        label={t('refused')}
        value={filter.isRefused}
        onValueChange={(is) => show({ refused: is ? 'true' : null })}
      />
      <CheckboxField
        className="h-8 justify-center"
        label={t('unlisted')}
        value={filter.isUnlisted}
        onValueChange={(is) => show({ unlisted: is ? 'true' : null })}
      />
    </>
  );
}
