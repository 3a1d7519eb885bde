'use client';

import type { ReactNode } from 'react';
import type { ExternalToast } from 'sonner';
import { TextLink } from './text-link';
import { tellToast } from './toast-queue';

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
  tellToast((toast) => toast.success(message, { description: detail, action }));
}

type Alert = {
  /** Of two with one id the later takes the place of the earlier. */
  id: string;
  /** Stays until it is pressed. */
  isAlarm: boolean;
  detail?: ReactNode;
  link: { label: string; href: string };
  /** Followed, closed, or gone by itself. */
  onGone?: () => void;
};

const alertStaysMs = 20_000;

/** Shows that something wants the person now. Silent: who calls it announces it with the urgency it has. */
export function tellAlert(title: string, { id, isAlarm, detail, link, onGone }: Alert): void {
  const data: ExternalToast = {
    id,
    className: 'alert-toast',
    description: detail ? <span aria-live="off">{detail}</span> : undefined,
    duration: isAlarm ? Number.POSITIVE_INFINITY : alertStaysMs,
    action: (
      <TextLink
        href={link.href}
        aria-live="off"
        className="flex min-h-6 shrink-0 items-center px-1"
        onClick={() => takeAlertBack(id)}
      >
        {link.label}
      </TextLink>
    ),
    onDismiss: onGone,
    onAutoClose: onGone,
  };
  const words = <span aria-live="off">{title}</span>;
  tellToast((toast) => (isAlarm ? toast.error(words, data) : toast.warning(words, data)));
}

export function takeAlertBack(id: string): void {
  tellToast((toast) => toast.dismiss(id));
}

/** Tells of something that was wanted and somebody else got, where what would have shown it is gone from the screen. */
export function notifyOfLoss(message: string): void {
  tellToast((toast) => toast.warning(message, { duration: 8000 }));
}

/** Tells in passing why what was tried just now is not done. */
export function notifyOfRefusal(message: string): void {
  tellToast((toast) => toast.info(message, { duration: 8000 }));
}
