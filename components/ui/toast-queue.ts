import type { toast } from 'sonner';

type Toast = typeof toast;
type Telling = (toast: Toast) => void;

let shownBy: Toast | null = null;
let waiting: Telling[] = [];

/** Tells at once, or in turn as soon as there is a place to show it. */
export function tellToast(tell: Telling): void {
  if (shownBy) tell(shownBy);
  else waiting.push(tell);
}

/** From now on passing messages are shown, those that wait first. Returns what makes them wait again. */
export function showToastsBy(toast: Toast): () => void {
  shownBy = toast;
  const told = waiting;
  waiting = [];
  for (const tell of told) tell(toast);
  return () => {
    shownBy = null;
  };
}
