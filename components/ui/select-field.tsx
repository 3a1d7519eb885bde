'use client';

import { Select as BaseSelect } from '@base-ui/react/select';
import clsx from 'clsx';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { CONTROL_STYLE, OPTION_STYLE, POPUP_STYLE } from './control-style';
import { Field, type FieldProps } from './field';

export type SelectOption<Value extends string = string> = {
  value: Value;
  label: string;
  detail?: ReactNode;
  disabled?: boolean;
};

export type SelectFieldProps<Value extends string = string> = FieldProps & {
  options: readonly SelectOption<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  placeholder?: string;
  name?: string;
  onBlur?: () => void;
  controlRef?: Ref<HTMLButtonElement>;
};

/** One of a short list that everybody knows (up to about fifteen); longer lists are a ComboboxField. */
export function SelectField<Value extends string = string>({
  label,
  labelHidden,
  hint,
  warning,
  error,
  required,
  disabled,
  className,
  options,
  value,
  onValueChange,
  placeholder = '—',
  name,
  onBlur,
  controlRef,
}: SelectFieldProps<Value>) {
  return (
    <Field
      {...{ label, labelHidden, hint, warning, error, required, disabled, className }}
      nativeLabel={false}
    >
      <BaseSelect.Root
        items={options}
        value={value}
        name={name}
        modal={false}
        onValueChange={(next) => {
          if (next !== null) onValueChange(next);
        }}
      >
        <BaseSelect.Trigger
          ref={controlRef}
          onBlur={onBlur}
          aria-required={required || undefined}
          className={clsx(CONTROL_STYLE, 'flex h-8 items-center justify-between gap-2 pr-2 pl-2.5 text-left')}
        >
          <BaseSelect.Value className="truncate data-placeholder:text-faint">
            {(chosen: Value | null) =>
              options.find((option) => option.value === chosen)?.label ?? placeholder
            }
          </BaseSelect.Value>
          <BaseSelect.Icon className="shrink-0 text-faint">
            <ChevronsUpDown aria-hidden="true" className="size-4" />
          </BaseSelect.Icon>
        </BaseSelect.Trigger>
        <BaseSelect.Portal>
          <BaseSelect.Positioner
            alignItemWithTrigger={false}
            sideOffset={4}
            collisionPadding={8}
            className="z-50"
          >
            <BaseSelect.Popup
              className={clsx(
                POPUP_STYLE,
                'max-h-(--available-height) min-w-(--anchor-width) max-w-(--available-width) overflow-y-auto p-1',
              )}
            >
              <BaseSelect.List>
                {options.map((option) => (
                  <BaseSelect.Item
                    key={option.value}
                    value={option.value}
                    disabled={option.disabled}
                    className={OPTION_STYLE}
                  >
                    <span className="flex size-4 shrink-0 items-center text-accent-ink">
                      <BaseSelect.ItemIndicator>
                        <Check aria-hidden="true" className="size-4" />
                      </BaseSelect.ItemIndicator>
                    </span>
                    <span className="min-w-0 flex-1">
                      <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
                      {option.detail ? (
                        <span className="block text-faint text-sm">{option.detail}</span>
                      ) : null}
                    </span>
                  </BaseSelect.Item>
                ))}
              </BaseSelect.List>
            </BaseSelect.Popup>
          </BaseSelect.Positioner>
        </BaseSelect.Portal>
      </BaseSelect.Root>
    </Field>
  );
}
