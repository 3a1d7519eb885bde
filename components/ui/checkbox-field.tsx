'use client';

import { Checkbox } from '@base-ui/react/checkbox';
import { Field as BaseField } from '@base-ui/react/field';
import clsx from 'clsx';
import { Check, Minus } from 'lucide-react';
import type { Ref } from 'react';
import { FieldNotes, type FieldProps, RequiredMark } from './field';

type CheckboxFieldProps = FieldProps & {
  value: boolean;
  onValueChange: (value: boolean) => void;
  /** Some but not all of what it stands for is chosen. */
  indeterminate?: boolean;
  name?: string;
  onBlur?: () => void;
  controlRef?: Ref<HTMLElement>;
};

/** Yes or no, taken over when the form is saved. What acts at once is a SwitchField. */
export function CheckboxField({
  label,
  labelHidden = false,
  hint,
  warning,
  error,
  required = false,
  disabled,
  className,
  value,
  onValueChange,
  indeterminate,
  name,
  onBlur,
  controlRef,
}: CheckboxFieldProps) {
  return (
    <BaseField.Root
      invalid={Boolean(error)}
      disabled={disabled}
      className={clsx('flex min-w-0 flex-col gap-1', className)}
    >
      <BaseField.Label className="flex min-h-6 w-fit cursor-pointer items-start gap-2 data-disabled:cursor-not-allowed data-disabled:text-soft">
        <Checkbox.Root
          ref={controlRef}
          checked={value}
          indeterminate={indeterminate}
          name={name}
          onBlur={onBlur}
          onCheckedChange={(checked) => onValueChange(checked)}
          className="mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-sm border border-edge bg-surface hover:border-ink data-invalid:border-danger data-checked:border-accent data-indeterminate:border-accent data-checked:bg-accent data-indeterminate:bg-accent data-disabled:border-line data-disabled:bg-sunken"
        >
          <Checkbox.Indicator className="text-on-accent">
            {indeterminate ? (
              <Minus aria-hidden="true" className="size-4" />
            ) : (
              <Check aria-hidden="true" className="size-4" />
            )}
          </Checkbox.Indicator>
        </Checkbox.Root>
        <span className={labelHidden ? 'sr-only' : 'pt-0.5'}>
          {label}
          {required ? <RequiredMark /> : null}
        </span>
      </BaseField.Label>
      <FieldNotes {...{ hint, warning, error }} />
    </BaseField.Root>
  );
}
