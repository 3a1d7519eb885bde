/** Where a form or a window says that a field waits for the person's choice. */
export const contestedMark = { 'data-contested': true } as const;

/** The window or form around an element. */
export const formAround = (element: Element): Element | null =>
  element.closest('form, [role="dialog"], [role="alertdialog"]');

/** Moves to the first field that waits for the person's choice. Returns whether there is one. */
export function focusOnContested(form: Element): boolean {
  const note = form.querySelector('[data-contested]');
  if (!note) return false;
  const description = note.closest('[id]')?.id;
  const control = description
    ? form.querySelector<HTMLElement>(`[aria-describedby~="${CSS.escape(description)}"]:not([aria-hidden])`)
    : null;
  (control ?? note.querySelector<HTMLElement>('button'))?.focus();
  return true;
}

/** Moves to what is left to do in a form: the first field that waits for a choice, else saving it. */
export function focusOnWhatIsLeft(form: Element | null): void {
  if (!form || focusOnContested(form)) return;
  form.querySelector<HTMLElement>('button[type="submit"], button[data-saves]')?.focus();
}
