'use client';

import { useState } from 'react';
import { isSameForm } from '@/components/kept-forms';
import { movedOnto } from '@/components/own-changes';
import { useKeptForm } from '@/components/use-kept-form';
import type { FolderView } from '@/lib/domain/folders/folder-views';
import { useFolderChange } from './use-folder-change';

type Options<Form> = {
  /** What the form is about; its words stay in this tab until they are saved. */
  subject: string;
  /** The form of what stands in the folder. */
  begin: (folder: FolderView) => Form;
};

/**
 * A form in a dialog about what stands in a folder. It knows what stood there when it was begun: what somebody else wrote
 * meanwhile is told of before it is overwritten, then stands in the fields nothing was typed into, and what was typed stays.
 */
export function useFolderForm<Form extends object>(folder: FolderView, { subject, begin }: Options<Form>) {
  const [open, setOpen] = useState(false);
  const kept = useKeptForm(`folder ${folder.id} ${subject}`, () => ({
    values: begin(folder),
    was: begin(folder),
    version: folder.version,
  }));
  const change = useFolderChange(() => {
    kept.startAnew();
    setOpen(false);
  });
  const { values, was, version } = kept.form;
  const newest = { version: folder.version, form: begin(folder) };
  const form = change.isConflict ? movedOnto(newest, { base: was, form: values }).form : values;
  const isTouched = !isSameForm(values, was);
  return {
    form,
    change,
    isRestored: kept.isRestored && isTouched,
    startAnew: kept.startAnew,
    set: (changed: Partial<Form>) => kept.change({ ...kept.form, values: { ...form, ...changed } }),
    /** The version the form is based on; once its person was told of another, that one. */
    version: change.isConflict || isSameForm(was, newest.form) ? folder.version : version,
    open,
    setOpen: (isOpen: boolean) => {
      if (isOpen && !isTouched) kept.startAnew();
      if (!isOpen) change.clearError();
      setOpen(isOpen);
    },
  };
}
