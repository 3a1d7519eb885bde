'use client';

import { useLocale, useTranslations } from 'use-intl';
import { CheckboxField } from '@/components/ui/checkbox-field';
import { DateTimeField } from '@/components/ui/date-time-field';
import { InlineAlert } from '@/components/ui/inline-alert';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { useErrorWords } from '@/components/use-error-words';
import type { CardFieldView } from '@/lib/domain/counterparties/card-fields.contract';
import { checkedValue, ownFieldLimits } from '@/lib/domain/counterparties/own-field';
import { localizedName } from '@/lib/domain/localized-name';
import type { OwnValueForm } from './card-form';
import { useCardFields } from './use-card-fields';

type Props = {
  values: OwnValueForm[];
  onChange: (values: OwnValueForm[]) => void;
  errorOf: (path: string) => string | undefined;
};

/** The fields that an administrator has added; one out of use is shown while it holds something. */
export function OwnFieldInputs({ values, onChange, errorOf }: Props) {
  const words = useErrorWords();
  const { fields, error } = useCardFields();
  if (error) return <InlineAlert tone="warning">{words.ofError(error)}</InlineAlert>;
  const filledIn = (id: string) => values.find(({ fieldId }) => fieldId === id)?.value ?? '';
  return fields
    .filter(({ id, disabledAt }) => disabledAt === null || filledIn(id) !== '')
    .map((field) => (
      <OneInput
        key={field.id}
        field={field}
        value={filledIn(field.id)}
        onValueChange={(value) =>
          onChange([...values.filter(({ fieldId }) => fieldId !== field.id), { fieldId: field.id, value }])
        }
        error={errorOf(`ownFields.${field.id}`)}
      />
    ));
}

type OneProps = {
  field: CardFieldView;
  value: string;
  onValueChange: (value: string) => void;
  error: string | undefined;
};

function OneInput({ field, value, onValueChange, error }: OneProps) {
  const t = useTranslations('cardFields');
  const label = localizedName(field, useLocale());
  const bound = { label, error, value, onValueChange };
  switch (field.kind) {
    case 'text':
      return <TextField {...bound} maxLength={ownFieldLimits.value} />;
    case 'number':
      return <TextField {...bound} inputMode="decimal" maxLength={30} />;
    case 'date':
      return <DateTimeField {...bound} precision="date" className="w-full" />;
    case 'choice': {
      const choices = value && !field.choices.includes(value) ? [...field.choices, value] : field.choices;
      return (
        <SelectField
          {...bound}
          options={[
            { value: '', label: t('notChosen') },
            ...choices.map((choice) => ({ value: choice, label: choice })),
          ]}
        />
      );
    }
    case 'checkbox':
      return (
        <CheckboxField
          label={label}
          error={error}
          value={value === checkedValue}
          onValueChange={(isChecked) => onValueChange(isChecked ? checkedValue : '')}
        />
      );
  }
}
