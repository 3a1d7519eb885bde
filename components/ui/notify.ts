'use client';

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

/** Tells of something that was wanted and somebody else got, where what would have shown it is gone from the screen. */
export function notifyOfLoss(message: string): void {
  toast.warning(message, { duration: 8000 });
}
