'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import {
  type Control,
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  FormProvider,
  get,
  type UseFormReturn,
  useForm,
  useFormContext,
} from 'react-hook-form';
import type { z } from 'zod';
import type { ApiError } from '@/components/api-error';
import { ContestedNotice, OutdatedNotice, RestoredNotice, SwitchedNotice } from '@/components/form-notices';
import { type Send, useChange, type Waiting } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import { useKeptValues } from '@/components/use-kept-values';
import { Button } from './button';
import { type ContestedFields, ContestedProvider } from './contested-field';
import { InlineAlert } from './inline-alert';
import { focusOnContested } from './left-to-do';

type Options<Input extends FieldValues, Output, Answer> = {
  schema: z.ZodType<Output, Input>;
  /** What the fields hold at first; every field of the form should be named. */
  defaultValues: DefaultValues<Input>;
  /** What the form is about: what is typed then stays in this tab until it is saved. Never for passwords. */
  keptAs?: string;
  send: Send<Output, Answer>;
  onDone?: (answer: Answer, values: Output) => void;
  /** What is done about a refusal beside showing it (a stale version, a lost right). */
  onRefused?: (error: ApiError) => void;
  /** The change may safely be made later: without a connection it waits in this browser. */
  waiting?: (values: Output) => Waiting;
};

/**
 * A form checked by a zod schema and sent to the API. Refused fields are marked where they stand, whatever else is
 * refused stands above the buttons; what was typed stays in both cases.
 */
export function useApiForm<Input extends FieldValues, Output, Answer>({
  schema,
  defaultValues,
  keptAs,
  send,
  onDone,
  onRefused,
  waiting,
}: Options<Input, Output, Answer>) {
  const form = useForm<Input, unknown, Output>({
    resolver: zodResolver(schema),
    defaultValues,
    mode: 'onTouched',
  });
  const kept = useKeptValues(form, keptAs);
  const change = useChange<Output, Answer>(send, {
    onDone: (answer, values) => {
      kept.saved();
      onDone?.(answer, values);
    },
    onRefused: (error) => {
      markFields(form, error);
      onRefused?.(error);
    },
    waiting:
      waiting &&
      ((values) => {
        const { onWaiting, ...rest } = waiting(values);
        return {
          form: keptAs,
          ...rest,
          onWaiting: () => {
            kept.saved();
            onWaiting?.();
          },
        };
      }),
  });
  return {
    form,
    kept,
    busy: change.busy,
    error: change.error,
    clearError: change.clearError,
    submit: form.handleSubmit((values) => change.run(values).then(() => {})),
  };
}

function markFields<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  error: ApiError,
) {
  const paths = (Object.keys(error.fields) as FieldPath<Input>[]).filter((path) =>
    isOnScreen(form.control, path),
  );
  for (const [index, path] of paths.entries()) {
    form.setError(path, { type: 'server', message: error.fields[path] }, { shouldFocus: index === 0 });
  }
}

/** Whether the form shows a field of this path; react-hook-form tells it only by its own register. */
function isOnScreen<Input extends FieldValues, Output>(
  control: Control<Input, unknown, Output>,
  path: string,
): boolean {
  return get(control._fields, path) !== undefined;
}

type FormProps<Input extends FieldValues, Output> = Omit<ComponentProps<'form'>, 'onSubmit' | 'action'> & {
  /** What useApiForm returned. */
  of: {
    form: UseFormReturn<Input, unknown, Output>;
    kept: { isRestored: boolean; startAnew: () => void };
    error: ApiError | null;
    /** Of a record that others may change meanwhile. */
    outdated?: ComponentProps<typeof OutdatedNotice> &
      ComponentProps<typeof SwitchedNotice> & { fields: ContestedFields };
    submit: ComponentProps<'form'>['onSubmit'];
  };
};

/**
 * The element around the fields; errors that belong to no field are shown above the buttons, and nothing is sent while a field
 * waits for the choice between what the person and others wrote.
 */
export function Form<Input extends FieldValues, Output>({
  of,
  className,
  children,
  ...rest
}: FormProps<Input, Output>) {
  const { outdated } = of;
  const submit: ComponentProps<'form'>['onSubmit'] = (event) => {
    if (outdated && focusOnContested(event.currentTarget)) event.preventDefault();
    else of.submit?.(event);
  };
  const isToldAbove = outdated !== undefined && of.error?.code === 'conflict';
  return (
    <FormProvider {...of.form}>
      <ContestedProvider value={outdated?.fields ?? null}>
        <form {...rest} noValidate onSubmit={submit} className={clsx('flex flex-col gap-3', className)}>
          <RestoredNotice {...of.kept} />
          {outdated ? (
            <>
              <SwitchedNotice {...outdated} />
              <OutdatedNotice {...outdated} />
              <ContestedNotice isContested={!outdated.isOutdated && outdated.fields.contested.length > 0} />
            </>
          ) : null}
          {children}
          <FormRefusal error={isToldAbove ? null : of.error} />
        </form>
      </ContestedProvider>
    </FormProvider>
  );
}

/** Why the form was refused; fields that are not on the screen are named here. */
function FormRefusal({ error }: { error: ApiError | null }) {
  const words = useErrorWords();
  const { control } = useFormContext();
  if (!error) return null;
  const homeless = Object.entries(error.fields).filter(([path]) => !isOnScreen(control, path));
  return (
    <InlineAlert tone="danger" urgent className="order-1" title={words.ofError(error)}>
      {homeless.length > 0 ? (
        <ul className="list-disc pl-4">
          {homeless.map(([path, message]) => (
            <li key={path}>
              {path}: {words.ofField(message)}
            </li>
          ))}
        </ul>
      ) : null}
    </InlineAlert>
  );
}

/** The row of buttons at the end of a form: cancel first, the saving one last. */
export function FormActions({
  submitLabel,
  busy,
  disabledReason,
  children,
}: {
  submitLabel: ReactNode;
  busy?: boolean;
  disabledReason?: string | null;
  children?: ReactNode;
}) {
  return (
    <div className="order-2 flex flex-wrap justify-end gap-2 pt-1">
      {children}
      <Button type="submit" variant="primary" busy={busy} disabledReason={disabledReason}>
        {submitLabel}
      </Button>
    </div>
  );
}
