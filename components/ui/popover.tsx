'use client';

import type { ReactElement, ReactNode } from 'react';
import { later } from './later';
import { usePress } from './press';

export type PopoverProps = {
  trigger: ReactElement;
  title?: ReactNode;
  /** Names it when there is no title. */
  label?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  className?: string;
  children: ReactNode;
};

export const LaterPopoverWindow = later(() =>
  import('./popover-window').then(({ PopoverWindow }) => PopoverWindow),
);

/** A small panel beside its button, for reading and for one or two controls. */
export function Popover(props: PopoverProps) {
  const { press, button } = usePress(LaterPopoverWindow, props.trigger, 'dialog');
  return press ? <LaterPopoverWindow {...props} press={press} /> : button;
}
