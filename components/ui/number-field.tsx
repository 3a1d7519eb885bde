'use client';

import { NumberField as BaseNumberField } from '@base-ui/react/number-field';
import clsx from 'clsx';
import { Minus, Plus } from 'lucide-react';
import { type Ref, useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { CONTROL_STYLE } from './control-style';
import { Field, type FieldProps } from './field';
import { isNumberText } from './number-text';

export type NumberFieldProps = FieldProps & {
  value: number | null;
  onValueChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Printed after the number: «с», «мин». */
  unit?: string;
  name?: string;
  onBlur?: () => void;
  inputRef?: Ref<HTMLInputElement>;
};

const STEP_STYLE =
  'flex w-8 shrink-0 items-center justify-center border border-edge bg-surface text-soft hover:bg-sunken data-disabled:cursor-not-allowed data-disabled:text-faint [&_svg]:size-4';

/**
 * A number with its unit; empty is null. A text that is no number stays and is said to be none; where a number must be given
 * it counts as empty, elsewhere as not typed.
 */
export function NumberField({
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
  min,
  max,
  step,
  unit,
  name,
  onBlur,
  inputRef,
}: NumberFieldProps) {
  const t = useTranslations('common.number');
  const locale = useLocale();
  const format = useFormatter();
  const [typed, setTyped] = useState<{ text: string; beside: number | null } | null>(null);
  const unread = typed && typed.beside === value ? typed.text : null;
  const isTooSmall = value !== null && min !== undefined && value < min;
  const isTooBig = value !== null && max !== undefined && value > max;
  const isOutOfRange = isTooSmall || isTooBig;
  const range =
    max === undefined
      ? t('atLeast', { min: format.number(min ?? 0) })
      : t('between', { min: format.number(min ?? 0), max: format.number(max) });
  return (
    <Field
      {...{ label, labelHidden, hint, warning, required, disabled, className }}
      error={unread === null ? (error ?? (isOutOfRange ? range : undefined)) : t('notANumber')}
    >
      <BaseNumberField.Root
        {...{ value, min, max, step, name, locale }}
        allowOutOfRange
        onValueChange={(next) => {
          setTyped(null);
          onValueChange(next);
        }}
      >
        <BaseNumberField.Group className="flex h-8">
          <BaseNumberField.Decrement
            aria-label={t('decrease')}
            className={clsx(STEP_STYLE, 'rounded-l-md border-r-0')}
          >
            <Minus aria-hidden="true" />
          </BaseNumberField.Decrement>
          <BaseNumberField.Input
            ref={inputRef}
            onBlur={(event) => {
              if (unread !== null) event.preventBaseUIHandler();
              onBlur?.();
            }}
            onKeyDown={(event) => {
              if (event.key.length === 1) event.preventBaseUIHandler();
            }}
            onPaste={(event) => event.preventBaseUIHandler()}
            onChange={(event) => {
              const text = event.currentTarget.value;
              if (isNumberText(text)) {
                setTyped(null);
                return;
              }
              event.preventBaseUIHandler();
              setTyped({ text, beside: required ? null : value });
              if (required) onValueChange(null);
            }}
            {...(unread === null ? {} : { value: unread })}
            aria-required={required || undefined}
            className={clsx(CONTROL_STYLE, 'max-w-28 rounded-none px-2 text-right tabular-nums')}
          />
          <BaseNumberField.Increment
            aria-label={t('increase')}
            className={clsx(STEP_STYLE, 'rounded-r-md border-l-0')}
          >
            <Plus aria-hidden="true" />
          </BaseNumberField.Increment>
          {unit ? <span className="self-center pl-2 text-soft">{unit}</span> : null}
        </BaseNumberField.Group>
      </BaseNumberField.Root>
    </Field>
  );
}
