'use client';

import { useState, useSyncExternalStore } from 'react';
import { isSameForm, keptForms } from './kept-forms';

export type KeptForm<Form> = {
  form: Form;
  change: (form: Form) => void;
  /** It shows what was typed earlier and not saved. */
  isRestored: boolean;
  /** Something is typed that is nowhere else. */
  isTouched: boolean;
  /** Back to the beginning: after saving, or when the person discards it. */
  startAnew: () => void;
};

/**
 * A form whose words stay in this tab until they are saved or discarded, however the form goes away.
 * @param subject what the form is about; another subject needs another `key` of the component
 */
export function useKeptForm<Form>(subject: string, begin: () => Form): KeptForm<Form> {
  const isHydrating = useSyncExternalStore(never, no, yes);
  const open = () => {
    const begun = begin();
    const kept = isHydrating ? null : keptForms.read(subject, begun);
    return { begun, form: kept ?? begun, isRestored: kept !== null, isRead: !isHydrating };
  };
  const [state, setState] = useState(open);
  if (!isHydrating && !state.isRead) setState(open);
  const isTouched = !isSameForm(state.form, state.begun);
  return {
    form: state.form,
    isRestored: state.isRestored && isTouched,
    isTouched,
    change: (form) => {
      if (isSameForm(form, state.begun)) keptForms.forget(subject);
      else keptForms.keep(subject, form);
      setState((before) => ({ ...before, form }));
    },
    startAnew: () => {
      keptForms.forget(subject);
      const begun = begin();
      setState({ begun, form: begun, isRestored: false, isRead: true });
    },
  };
}

// The server knows nothing of the tab, and the first render in the browser must equal the server's.
const never = () => () => {};
const no = () => false;
const yes = () => true;
