'use client';

import { useKeptForm } from '@/components/use-kept-form';
import { usePageChange } from '@/components/use-page-change';

type Options<Form> = {
  /** What the form is about; its words stay in this tab until they are sent. */
  subject: string;
  begin: () => Form;
  /** The messages that say why, by the reason of the refusal. */
  problems: string;
  onDone: () => void;
};

/** A form in a dialog about a thing its page shows; it begins anew when what was typed has been done. */
export function usePageForm<Form extends object>({ subject, begin, problems, onDone }: Options<Form>) {
  const kept = useKeptForm(subject, begin);
  const change = usePageChange(problems, () => {
    kept.startAnew();
    onDone();
  });
  return {
    form: kept.form,
    set: (changed: Partial<Form>) => kept.change({ ...kept.form, ...changed }),
    change,
  };
}
