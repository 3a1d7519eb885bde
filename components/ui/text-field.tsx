'use client';

import { Field as BaseField } from '@base-ui/react/field';
import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { CONTROL_STYLE } from './control-style';
import { Field, type FieldProps } from './field';
import { useLimitReached } from './use-limit-reached';

export type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps | 'value' | 'onChange' | 'defaultValue'> & {
    value: string;
    onValueChange: (value: string) => void;
    /** Drawn inside the control: a unit, an icon, a small button. */
    before?: ReactNode;
    after?: ReactNode;
  };

/** One line of text. Also e-mail, telephone, date and time, by `type`. */
export function TextField({
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
  before,
  after,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const limitReached = useLimitReached(value, rest.maxLength);
  return (
    <Field
      {...{ label, labelHidden, hint, error, required, disabled, className }}
      warning={warning ?? limitReached}
    >
      <div className="relative flex">
        {before ? <Adornment side="left">{before}</Adornment> : null}
        <BaseField.Control
          {...rest}
          type={type}
          value={value}
          aria-required={required || undefined}
          onValueChange={onValueChange}
          className={clsx(CONTROL_STYLE, 'h-8 px-2.5', before && 'pl-9', after && 'pr-9')}
        />
        {after ? <Adornment side="right">{after}</Adornment> : null}
      </div>
    </Field>
  );
}

function Adornment({ side, children }: { side: 'left' | 'right'; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'absolute inset-y-0 z-1 flex w-9 items-center justify-center text-faint [&_svg]:size-4',
        side === 'left' ? 'left-0' : 'right-0',
      )}
    >
      {children}
    </span>
  );
}
