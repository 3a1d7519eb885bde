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

/**
 * The person's own changes, moved onto what others made of the record meanwhile. Of a field that both changed the base stays
 * what it was before either did.
 */
export function movedOnto<Form extends object>(
  newest: Newest<Form>,
  { base, form }: Pick<Edition<Form>, 'base' | 'form'>,
): Edition<Form> {
  const names = Object.keys(newest.form) as (keyof Form)[];
  const own = names.filter((name) => !isSameForm(form[name], base[name]));
  const moved = { ...newest.form };
  for (const name of own) moved[name] = form[name];
  const before = { ...newest.form };
  for (const name of changedByBoth(newest.form, { base, form })) before[name] = base[name];
  return { version: newest.version, base: before, form: moved };
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

/** The fields of an edition of the newest version in which the person has still to choose between both. */
export function contestedOf<Form extends object>(
  newest: Newest<Form>,
  { version, base, form }: Edition<Form>,
): (keyof Form)[] {
  if (version !== newest.version) return [];
  const names = Object.keys(newest.form) as (keyof Form)[];
  return names.filter(
    (name) => !isSameForm(base[name], newest.form[name]) && !isSameForm(form[name], newest.form[name]),
  );
}

/** The edition after the person has chosen what is to stand in a field that both changed. */
export function settled<Form extends object>(
  newest: Newest<Form>,
  edition: Edition<Form>,
  name: keyof Form,
  chosen: 'mine' | 'theirs',
): Edition<Form> {
  const theirs = newest.form[name];
  return {
    ...edition,
    base: { ...edition.base, [name]: theirs },
    form: chosen === 'theirs' ? { ...edition.form, [name]: theirs } : edition.form,
  };
}
