'use client';

import { Field as BaseField } from '@base-ui/react/field';
import { Switch } from '@base-ui/react/switch';
import clsx from 'clsx';
import { FieldNotes, type FieldProps } from './field';

type Props = Omit<FieldProps, 'required'> & {
  value: boolean;
  onValueChange: (value: boolean) => void;
};

/** On or off, acting at once. */
export function SwitchField({
  label,
  labelHidden = false,
  hint,
  warning,
  error,
  disabled,
  className,
  value,
  onValueChange,
}: Props) {
  return (
    <BaseField.Root
      invalid={Boolean(error)}
      disabled={disabled}
      className={clsx('flex min-w-0 flex-col gap-1', className)}
    >
      <BaseField.Label className="flex min-h-6 w-fit cursor-pointer items-center gap-2 data-disabled:cursor-not-allowed data-disabled:text-soft">
        <Switch.Root
          checked={value}
          onCheckedChange={(checked) => onValueChange(checked)}
          className="flex h-5 w-9 shrink-0 items-center rounded-full border border-edge bg-sunken p-0.5 data-checked:border-accent data-checked:bg-accent"
        >
          <Switch.Thumb className="size-3.5 rounded-full bg-edge transition-transform data-checked:translate-x-4 data-checked:bg-on-accent" />
        </Switch.Root>
        <span className={labelHidden ? 'sr-only' : undefined}>{label}</span>
      </BaseField.Label>
      <FieldNotes {...{ hint, warning, error }} />
    </BaseField.Root>
  );
}
