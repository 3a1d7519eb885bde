'use client';

import { Field as BaseField } from '@base-ui/react/field';
import clsx from 'clsx';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

/** What every field of a form has, whatever is typed or chosen in it. */
export type FieldProps = {
  label: ReactNode;
  /** The label is spoken but not drawn: for a field whose place says what it is. */
  labelHidden?: boolean;
  hint?: ReactNode;
  /** Something to look at that does not stop saving. */
  warning?: ReactNode;
  /** Why the value is refused; marks the control as invalid. */
  error?: string;
  required?: boolean;
  disabled?: boolean;
  className?: string;
};

type Props = FieldProps & {
  /** False where the control is a button (a select), so that a press on the label does not open it. */
  nativeLabel?: boolean;
  children: ReactNode;
};

/** Label, control, hint, warning and error, tied together for screen readers. Used inside the fields of this folder. */
export function Field({
  label,
  labelHidden = false,
  hint,
  warning,
  error,
  required = false,
  disabled,
  nativeLabel = true,
  className,
  children,
}: Props) {
  return (
    <BaseField.Root
      invalid={Boolean(error)}
      disabled={disabled}
      data-field
      className={clsx('flex min-w-0 flex-col gap-1', className)}
    >
      <BaseField.Label
        nativeLabel={nativeLabel}
        render={nativeLabel ? undefined : <div />}
        className={clsx(labelHidden ? 'sr-only' : 'font-medium text-sm text-soft')}
      >
        {label}
        {required ? <RequiredMark /> : null}
      </BaseField.Label>
      {children}
      <FieldNotes hint={hint} warning={warning} error={error} />
    </BaseField.Root>
  );
}

/** The star beside a label, and the word for those who do not see it. */
export function RequiredMark() {
  const t = useTranslations('common');
  return (
    <>
      <span aria-hidden="true" className="text-danger-ink">
        {' *'}
      </span>
      <span className="sr-only">, {t('required')}</span>
    </>
  );
}

/** Hint, warning and error under a control, inside a Base UI field. */
export function FieldNotes({ hint, warning, error }: Pick<FieldProps, 'hint' | 'warning' | 'error'>) {
  return (
    <>
      {hint ? <BaseField.Description className="text-faint text-sm">{hint}</BaseField.Description> : null}
      {warning ? (
        <BaseField.Description className="flex items-start gap-1 text-sm text-warn-ink">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {warning}
        </BaseField.Description>
      ) : null}
      {error ? (
        <BaseField.Error match className="flex items-start gap-1 font-medium text-danger-ink text-sm">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {error}
        </BaseField.Error>
      ) : null}
    </>
  );
}
