'use client';

import type { ReactElement, ReactNode } from 'react';
import { later } from './later';
import { useOpening } from './use-opening';

export type AlertDialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement;
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  text: ReactNode;
  /** The verb of the action, never «OK». */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: 'danger' | 'primary';
  onConfirm: () => void;
  busy?: boolean;
  disabledReason?: string | null;
  error?: string | null;
  /** A field the action needs, such as its reason. */
  children?: ReactNode;
};

export const LaterAlertDialogWindow = later(
  () => import('./alert-dialog-window').then(({ AlertDialogWindow }) => AlertDialogWindow),
  { doWithout: askByBrowser },
);

/** A call can be ended on whatever is left of a page. Only a question without a field of its own can be asked so. */
function askByBrowser({ title, text, children, disabledReason, onConfirm, onOpenChange }: AlertDialogProps) {
  if (children || disabledReason || typeof title !== 'string' || typeof text !== 'string') return false;
  onOpenChange?.(false);
  if (window.confirm(`${title}\n\n${text}`)) onConfirm();
  return true;
}

/** Asks before something that matters; opened with the focus on «cancel». Close it from `onConfirm`. */
export function AlertDialog({ open, onOpenChange, trigger, ...window }: AlertDialogProps) {
  const { isOpen, change, button } = useOpening({ open, onOpenChange, trigger });
  return (
    <>
      {button}
      {isOpen ? <LaterAlertDialogWindow {...window} onOpenChange={change} /> : null}
    </>
  );
}
