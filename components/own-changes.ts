import { isSameForm } from './kept-forms';

/** A record as it is being changed: the version and the fields it was opened with, and what was typed since. */
export type Edition<Form> = { version: number; base: Form; form: Form };

export type Newest<Form> = { version: number; form: Form };

/** The record as it is opened for changing. */
export const editionOf = <Form>({ version, form }: Newest<Form>): Edition<Form> => ({
  version,
  base: form,
  form,
});

/** The person's own changes, moved onto what others made of the record meanwhile. */
export function movedOnto<Form extends object>(
  newest: Newest<Form>,
  { base, form }: Pick<Edition<Form>, 'base' | 'form'>,
): Edition<Form> {
  const names = Object.keys(newest.form) as (keyof Form)[];
  const own = names.filter((name) => !isSameForm(form[name], base[name]));
  const moved = { ...newest.form };
  for (const name of own) moved[name] = form[name];
  return { version: newest.version, base: newest.form, form: moved };
}

/** The fields that the person and others changed each in their own way. */
export function changedByBoth<Form extends object>(
  newest: Form,
  { base, form }: Pick<Edition<Form>, 'base' | 'form'>,
): (keyof Form)[] {
  const names = Object.keys(newest) as (keyof Form)[];
  return names.filter(
    (name) =>
      !isSameForm(form[name], base[name]) &&
      !isSameForm(newest[name], base[name]) &&
      !isSameForm(form[name], newest[name]),
  );
}
