'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type FieldValues, get, type Path, type PathValue, type UseFormReturn } from 'react-hook-form';
import { isSameForm, keptForms } from './kept-forms';
import { changedByBoth, movedOnto } from './own-changes';

type Kept = { base: object; form: object };

/** A field that others changed too, each in their own way, until the person has chosen between the two. */
export type Contested = { name: string; theirs: unknown };

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
 * What a form was begun from, to be kept beside what is typed: of a contested field what both changed, so that whoever finds
 * the form again is asked again.
 * @param former what the contested fields held before either changed them
 */
export const keptBase = <Values extends object>(begun: Values, former: Partial<Values>): Values => ({
  ...begun,
  ...former,
});

/**
 * Keeps in this tab what is typed into a form bound by react-hook-form, until it is saved or discarded.
 * @param subject what the form is about; undefined keeps nothing, as for passwords
 */
export function useKeptValues<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  subject: string | undefined,
) {
  const begun = useRef(form.getValues());
  const former = useRef<Partial<Input>>({});
  const [isRestored, setRestored] = useState(false);
  const [contested, setContested] = useState<readonly Contested[]>([]);
  const fill = (values: Input) => {
    for (const name of Object.keys(values) as Path<Input>[]) {
      form.setValue(name, values[name] as PathValue<Input, Path<Input>>, { shouldDirty: true });
    }
  };
  const contest = (newest: Input, own: { base: Input; form: Input }) => {
    const names = changedByBoth(newest, own);
    former.current = Object.fromEntries(names.map((name) => [name, own.base[name]])) as Partial<Input>;
    setContested(names.map((name) => ({ name: String(name), theirs: newest[name] })));
  };
  const nothingContested = () => {
    former.current = {};
    setContested([]);
  };
  const keepAs = (about: string) => {
    const values = form.getValues();
    if (isSameForm(values, begun.current)) keptForms.forget(about);
    else {
      const base = keptBase(begun.current, former.current);
      keptForms.keep(about, { base, form: values } satisfies Kept);
    }
  };

  const restore = useEffectEvent((about: string) => {
    const like = { base: begun.current, form: begun.current };
    const kept = keptForms.read<{ base: Input; form: Input }>(about, like);
    const restored = restoredValues(kept, begun.current);
    if (!kept || !restored) return;
    contest(begun.current, kept);
    fill(restored);
    setRestored(true);
  });
  const keep = useEffectEvent(keepAs);

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
      nothingContested();
      fill(begun.current);
      setRestored(false);
    },
    contested,
    /** The person has chosen what is to stand in a contested field. */
    settle: (name: string, chosen: 'mine' | 'theirs') => {
      const { [name]: _, ...others } = former.current;
      former.current = others as Partial<Input>;
      setContested(contested.filter((field) => field.name !== name));
      const path = name as Path<Input>;
      if (chosen === 'theirs') form.setValue(path, get(begun.current, path), { shouldDirty: true });
      if (subject !== undefined) keepAs(subject);
    },
    /** Whether anything differs from what the form began from. */
    hasChanges: () => !isSameForm(form.getValues(), begun.current),
    /** Whether the form began from just these. */
    isBegunFrom: (values: Input) => isSameForm(values, begun.current),
    /** Others changed the record: the form begins from theirs, with what the person changed put onto it. */
    moveOnto: (newest: Input) => {
      const own = { base: keptBase(begun.current, former.current), form: form.getValues() };
      const moved = movedOnto({ version: 0, form: newest }, own).form;
      contest(newest, own);
      begun.current = newest;
      form.reset(newest, { keepValues: true });
      fill(moved);
    },
    /** What was typed is saved: the form begins from it. */
    saved: () => {
      if (subject === undefined) return;
      nothingContested();
      begun.current = form.getValues();
      keptForms.forget(subject);
      form.reset(begun.current, { keepValues: true });
      setRestored(false);
    },
  };
}
