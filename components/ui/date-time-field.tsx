'use client';

import { TextField, type TextFieldProps } from './text-field';

type Props = Omit<TextFieldProps, 'type' | 'before' | 'after'> & {
  /** `date` holds `YYYY-MM-DD`, `dateTime` holds `YYYY-MM-DDTHH:MM` of the office's clock. */
  precision?: 'date' | 'dateTime';
};

/** A day, or a day and a time, empty when not given. */
export function DateTimeField({ precision = 'dateTime', ...props }: Props) {
  return (
    <TextField
      {...props}
      type={precision === 'date' ? 'date' : 'datetime-local'}
      className={props.className ?? (precision === 'date' ? 'w-40' : 'w-56')}
    />
  );
}
