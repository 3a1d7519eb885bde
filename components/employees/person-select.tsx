'use client';

import type { ReactNode } from 'react';
import { useController } from 'react-hook-form';
import { useContestedNote } from '@/components/ui/contested-field';
import { SelectField } from '@/components/ui/select-field';
import { useErrorWords } from '@/components/use-error-words';

export type PersonChoice = { id: string; name: string; detail?: string };

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  people: readonly PersonChoice[];
  /** What choosing nobody is called. */
  emptyLabel: string;
};

const nobody = 'nobody';

/** One of the people, or nobody, bound to a form by name; nobody is null. */
export function FormPersonSelect({ name, label, hint, people, emptyLabel }: Props) {
  const { field, fieldState } = useController({ name });
  const words = useErrorWords();
  const contested = useContestedNote<string | null>(
    name,
    (id) => people.find((person) => person.id === id)?.name ?? emptyLabel,
  );
  return (
    <SelectField
      label={label}
      hint={hint}
      warning={contested}
      name={name}
      value={(field.value as string | null) ?? nobody}
      onValueChange={(value) => field.onChange(value === nobody ? null : value)}
      onBlur={field.onBlur}
      controlRef={field.ref}
      error={fieldState.error ? words.ofField(fieldState.error.message ?? '') : undefined}
      options={[
        { value: nobody, label: emptyLabel },
        ...people.map((person) => ({ value: person.id, label: person.name, detail: person.detail })),
      ]}
    />
  );
}
