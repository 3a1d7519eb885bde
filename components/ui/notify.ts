'use client';

import { createElement, type ReactNode } from 'react';
import { toast } from 'sonner';

type Options = {
  detail?: string;
  /** Usually «undo» or «open». */
  action?: { label: string; onClick: () => void };
};

/**
 * Tells in passing that something was done. Never for calls, deadlines or errors that want an answer: it is announced
 * politely and goes away by itself.
 */
export function notify(message: string, { detail, action }: Options = {}): void {
  toast.success(message, { description: detail, action });
}

type Alert = {
  /** Of two with one id the later takes the place of the earlier. */
  id: string;
  /** Stays until it is pressed. */
  isAlarm: boolean;
  detail?: ReactNode;
  action: { label: string; onClick: () => void };
  /** Pressed, closed, or gone by itself. */
  onGone?: () => void;
};

const alertStaysMs = 20_000;

/** Shows that something wants the person now. Silent: who calls it announces it with the urgency it has. */
export function tellAlert(title: string, { id, isAlarm, detail, action, onGone }: Alert): void {
  const told = isAlarm ? toast.error : toast.warning;
  told(createElement('span', { 'aria-live': 'off' }, title), {
    id,
    description: detail && createElement('span', { 'aria-live': 'off' }, detail),
    duration: isAlarm ? Number.POSITIVE_INFINITY : alertStaysMs,
    action: {
      label: action.label,
      onClick: () => {
        action.onClick();
        onGone?.();
      },
    },
    onDismiss: onGone,
    onAutoClose: onGone,
  });
}

export function takeAlertBack(id: string): void {
  toast.dismiss(id);
}
