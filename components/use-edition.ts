'use client';

import { type Edition, movedOnto } from './own-changes';
import { useKeptForm } from './use-kept-form';

/**
 * Changing a record that others may change meanwhile. The version stays that of the opening, so that the server tells
 * when the record has moved on; `takeOver` puts the person's own changes onto the newest one.
 */
export function useEdition<Form extends object>(subject: string, newest: { version: number; form: Form }) {
  const {
    form: edition,
    change,
    ...kept
  } = useKeptForm<Edition<Form>>(subject, () => ({
    version: newest.version,
    base: newest.form,
    form: newest.form,
  }));
  return {
    ...kept,
    version: edition.version,
    form: edition.form,
    change: (form: Form) => change({ ...edition, form }),
    isOutdated: newest.version !== edition.version,
    takeOver: () => change(movedOnto(newest, edition)),
  };
}
