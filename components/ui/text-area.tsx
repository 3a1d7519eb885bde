'use client';

import { Field as BaseField } from '@base-ui/react/field';
import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { CONTROL_STYLE } from './control-style';
import { Field, type FieldProps } from './field';
import { useLimitReached } from './use-limit-reached';

type TextAreaProps = FieldProps &
  Omit<ComponentProps<'textarea'>, keyof FieldProps | 'value' | 'onChange' | 'defaultValue'> & {
    value: string;
    onValueChange: (value: string) => void;
  };

/** Several lines of text; grows with what is typed up to twelve lines. */
export function TextArea({
  label,
  labelHidden,
  hint,
  warning,
  error,
  required,
  disabled,
  className,
  value,
  onValueChange,
  rows = 3,
  ...rest
}: TextAreaProps) {
  const limitReached = useLimitReached(value, rest.maxLength);
  return (
    <Field
      {...{ label, labelHidden, hint, error, required, disabled, className }}
      warning={warning ?? limitReached}
    >
      <BaseField.Control
        value={value}
        aria-required={required || undefined}
        onValueChange={onValueChange}
        render={<textarea rows={rows} {...rest} />}
        className={clsx(CONTROL_STYLE, 'field-sizing-content max-h-64 px-2.5 py-1.5')}
        style={{ minHeight: `${rows * 1.25 + 0.875}rem` }}
      />
    </Field>
  );
}
