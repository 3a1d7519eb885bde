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

export const LaterAlertDialogWindow = later(() =>
  import('./alert-dialog-window').then(({ AlertDialogWindow }) => AlertDialogWindow),
);

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
