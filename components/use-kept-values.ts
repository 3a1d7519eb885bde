'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';
import { isSameForm, keptForms } from './kept-forms';
import { movedOnto } from './own-changes';

type Kept = { base: object; form: object };

/**
 * What was kept of a form, moved onto what its record holds now: only the fields that the person changed are theirs. Null when
 * nothing of it is new.
 */
export function restoredValues<Values extends object>(kept: Kept | null, begun: Values): Values | null {
  if (kept === null) return null;
  const { base, form } = kept as { base: Values; form: Values };
  const moved = movedOnto({ version: 0, form: begun }, { base, form }).form;
  return isSameForm(moved, begun) ? null : moved;
}

/**
 * Keeps in this tab what is typed into a form bound by react-hook-form, until it is saved or discarded.
 * @param subject what the form is about; undefined keeps nothing, as for passwords
 */
export function useKeptValues<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  subject: string | undefined,
) {
  const begun = useRef(form.getValues());
  const [isRestored, setRestored] = useState(false);
  const fill = (values: Input) => {
    for (const name of Object.keys(values) as Path<Input>[]) {
      form.setValue(name, values[name] as PathValue<Input, Path<Input>>, { shouldDirty: true });
    }
  };

  const restore = useEffectEvent((about: string) => {
    const like = { base: begun.current, form: begun.current };
    const restored = restoredValues(keptForms.read<Kept>(about, like), begun.current);
    if (!restored) return;
    fill(restored);
    setRestored(true);
  });
  const keep = useEffectEvent((about: string) => {
    const values = form.getValues();
    if (isSameForm(values, begun.current)) keptForms.forget(about);
    else keptForms.keep(about, { base: begun.current, form: values } satisfies Kept);
  });

  // The server knows nothing of the tab: what was kept is filled in once the form is there.
  const { subscribe } = form;
  useEffect(() => {
    if (subject === undefined) return;
    restore(subject);
    return subscribe({ formState: { values: true }, callback: () => keep(subject) });
  }, [subject, subscribe]);

  return {
    isRestored,
    startAnew: () => {
      fill(begun.current);
      setRestored(false);
    },
    /** Whether anything differs from what the form began from. */
    hasChanges: () => !isSameForm(form.getValues(), begun.current),
    /** Whether the form began from just these. */
    isBegunFrom: (values: Input) => isSameForm(values, begun.current),
    /** Others changed the record: the form begins from theirs, with what the person changed put onto it. */
    moveOnto: (newest: Input) => {
      const like = { base: begun.current, form: form.getValues() };
      const moved = movedOnto({ version: 0, form: newest }, like).form;
      begun.current = newest;
      form.reset(newest, { keepValues: true });
      fill(moved);
    },
    /** What was typed is saved: the form begins from it. */
    saved: () => {
      if (subject === undefined) return;
      begun.current = form.getValues();
      keptForms.forget(subject);
      form.reset(begun.current, { keepValues: true });
      setRestored(false);
    },
  };
}
