'use client';

import { Field as BaseField } from '@base-ui/react/field';
import { Fieldset } from '@base-ui/react/fieldset';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import clsx from 'clsx';
import type { ReactNode, Ref } from 'react';
import { FieldNotes, type FieldProps, RequiredMark } from './field';

export type RadioOption<Value extends string = string> = {
  value: Value;
  label: ReactNode;
  detail?: ReactNode;
  disabled?: boolean;
};

type RadioGroupFieldProps<Value extends string = string> = FieldProps & {
  options: readonly RadioOption<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  orientation?: 'vertical' | 'horizontal';
  name?: string;
  onBlur?: () => void;
  controlRef?: Ref<HTMLElement>;
};

/** One of a few, all in sight. */
export function RadioGroupField<Value extends string = string>({
  label,
  labelHidden = false,
  hint,
  warning,
  error,
  required = false,
  disabled,
  className,
  options,
  value,
  onValueChange,
  orientation = 'vertical',
  name,
  onBlur,
  controlRef,
}: RadioGroupFieldProps<Value>) {
  return (
    <BaseField.Root
      invalid={Boolean(error)}
      disabled={disabled}
      name={name}
      className={clsx('flex min-w-0 flex-col gap-1', className)}
    >
      <Fieldset.Root
        render={
          <RadioGroup
            value={value}
            onValueChange={(next) => {
              if (next !== null) onValueChange(next as Value);
            }}
            onBlur={onBlur}
            aria-required={required || undefined}
          />
        }
        className="flex flex-col gap-1"
      >
        <Fieldset.Legend className={labelHidden ? 'sr-only' : 'font-medium text-sm text-soft'}>
          {label}
          {required ? <RequiredMark /> : null}
        </Fieldset.Legend>
        <div
          className={clsx(
            'flex',
            orientation === 'vertical' ? 'flex-col gap-1' : 'flex-wrap gap-x-4 gap-y-1',
          )}
        >
          {options.map((option, index) => (
            <BaseField.Item key={option.value} disabled={option.disabled}>
              <BaseField.Label className="flex min-h-6 w-fit cursor-pointer items-start gap-2 data-disabled:cursor-not-allowed data-disabled:text-soft">
                <Radio.Root
                  ref={index === 0 ? controlRef : undefined}
                  value={option.value}
                  className="mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border border-edge bg-surface hover:border-ink data-invalid:border-danger data-checked:border-accent data-disabled:border-line data-disabled:bg-sunken"
                >
                  <Radio.Indicator className="size-2.5 rounded-full bg-accent" />
                </Radio.Root>
                <span className="pt-0.5">
                  {option.label}
                  {option.detail ? <span className="block text-faint text-sm">{option.detail}</span> : null}
                </span>
              </BaseField.Label>
            </BaseField.Item>
          ))}
        </div>
      </Fieldset.Root>
      <FieldNotes {...{ hint, warning, error }} />
    </BaseField.Root>
  );
}
