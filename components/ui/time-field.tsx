'use client';

import { TextField, type TextFieldProps } from './text-field';

type Props = Omit<TextFieldProps, 'type' | 'before' | 'after'>;

/** A time of day as `HH:MM`, empty when not given. */
export function TimeField(props: Props) {
  return <TextField {...props} type="time" className={props.className ?? 'w-32'} />;
}
