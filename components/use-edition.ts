'use client';

import { contestedOf, type Edition, editionOf, movedOnto, type Newest, settled } from './own-changes';
import { useKeptForm } from './use-kept-form';

/**
 * Changing a record that others may change meanwhile. From the first keystroke on the version stays, so that the server
 * tells when the record has moved on; `takeOver` puts the person's own changes onto the newest one.
 */
export function useEdition<Form extends object>(subject: string, newest: Newest<Form>) {
  const { form: kept, change, ...rest } = useKeptForm<Edition<Form>>(subject, () => editionOf(newest));
  const edition = rest.isTouched ? kept : editionOf(newest);
  return {
    ...rest,
    version: edition.version,
    form: edition.form,
    change: (form: Form) => change({ ...edition, form }),
    isOutdated: newest.version !== edition.version,
    takeOver: () => change(movedOnto(newest, edition)),
    /** What others wrote into fields that the person changed too, until they have chosen between both. */
    fields: {
      contested: contestedOf(newest, edition).map((name) => ({
        name: String(name),
        theirs: newest.form[name] as unknown,
      })),
      authors: {},
      settle: (name: string, chosen: 'mine' | 'theirs') =>
        change(settled(newest, edition, name as keyof Form, chosen)),
    },
  };
}
