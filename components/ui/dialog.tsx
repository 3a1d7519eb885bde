'use client';

import type { ReactElement, ReactNode, RefObject } from 'react';
import { later } from './later';
import { useOpening } from './use-opening';

export type DialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it, when it is not opened from elsewhere. */
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** Buttons at the lower edge, the main one last. */
  footer?: ReactNode;
  /** Where the focus goes at opening; by default to the first thing one can use. */
  initialFocus?: RefObject<HTMLElement | null>;
  children?: ReactNode;
};

export const LaterDialogWindow = later(() =>
  import('./dialog-window').then(({ DialogWindow }) => DialogWindow),
);

/**
 * A window over the page. It keeps the focus but leaves the call bar above it usable, and a press beside it does not
 * close it: what was typed is not lost by a slip of the mouse.
 */
export function Dialog({ open, onOpenChange, trigger, ...window }: DialogProps) {
  const { isOpen, change, button } = useOpening({ open, onOpenChange, trigger });
  return (
    <>
      {button}
      {isOpen ? <LaterDialogWindow {...window} onOpenChange={change} /> : null}
    </>
  );
}
