'use client';

import { useController } from 'react-hook-form';
import { useFormatter, useTranslations } from 'use-intl';
import { useErrorWords } from '@/components/use-error-words';
import { CheckboxField } from './checkbox-field';
import { useContestedNote } from './contested-field';
import { DateTimeField } from './date-time-field';
import { NumberField, type NumberFieldProps } from './number-field';
import { PasswordField } from './password-field';
import { SelectField, type SelectFieldProps } from './select-field';
import { TextArea } from './text-area';
import { TextField, type TextFieldProps } from './text-field';

/** What the form itself gives a field that is bound to it by name. */
type Bound = 'value' | 'onValueChange' | 'error' | 'name' | 'onBlur' | 'ref' | 'controlRef' | 'inputRef';
type Named<Props> = Omit<Props, Bound> & { name: string };

/** `say`: a value of the field in words; empty when it holds nothing. */
function useBinding<Value>(name: string, say: (value: Value) => string) {
  const { field, fieldState } = useController({ name });
  const words = useErrorWords();
  const contested = useContestedNote<Value>(name, say);
  return {
    ref: field.ref,
    bound: {
      name,
      value: field.value as Value,
      onValueChange: field.onChange as (value: Value) => void,
      onBlur: field.onBlur,
      error: fieldState.error ? words.ofField(fieldState.error.message ?? '') : undefined,
      ...(contested !== undefined && { warning: contested }),
    },
  };
}

const asTyped = (value: string | null) => value ?? '';

export function FormTextField({ name, ...props }: Named<TextFieldProps>) {
  const { ref, bound } = useBinding<string>(name, asTyped);
  return <TextField {...props} {...bound} value={bound.value ?? ''} ref={ref} />;
}

export function FormTextArea({ name, ...props }: Named<Parameters<typeof TextArea>[0]>) {
  const { ref, bound } = useBinding<string>(name, asTyped);
  return <TextArea {...props} {...bound} value={bound.value ?? ''} ref={ref} />;
}

export function FormPasswordField({ name, ...props }: Named<Omit<TextFieldProps, 'type' | 'after'>>) {
  const { ref, bound } = useBinding<string>(name, asTyped);
  return <PasswordField {...props} {...bound} value={bound.value ?? ''} ref={ref} />;
}

export function FormDateTimeField({ name, ...props }: Named<Parameters<typeof DateTimeField>[0]>) {
  const { ref, bound } = useBinding<string>(name, asTyped);
  return <DateTimeField {...props} {...bound} value={bound.value ?? ''} ref={ref} />;
}

export function FormNumberField({ name, ...props }: Named<NumberFieldProps>) {
  const format = useFormatter();
  const { ref, bound } = useBinding<number | null>(name, (value) =>
    value === null ? '' : [format.number(value), props.unit].filter(Boolean).join('\u00A0'),
  );
  return <NumberField {...props} {...bound} value={bound.value ?? null} inputRef={ref} />;
}

export function FormSelect<Value extends string>({ name, ...props }: Named<SelectFieldProps<Value>>) {
  const { ref, bound } = useBinding<Value | null>(
    name,
    (value) => props.options.find((option) => option.value === value)?.label ?? '',
  );
  return <SelectField<Value> {...props} {...bound} value={bound.value ?? null} controlRef={ref} />;
}

export function FormCheckbox({ name, ...props }: Named<Parameters<typeof CheckboxField>[0]>) {
  const t = useTranslations('common');
  const { ref, bound } = useBinding<boolean>(name, (value) => t(value ? 'yes' : 'no'));
  return <CheckboxField {...props} {...bound} value={bound.value ?? false} controlRef={ref} />;
}
