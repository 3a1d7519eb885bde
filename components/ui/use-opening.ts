'use client';

import { type ComponentProps, cloneElement, type MouseEvent, type ReactElement, useState } from 'react';

type Opening = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement;
};

/** Whether a window is open, as its owner says or by its own button, and that button ready to be drawn. */
export function useOpening({ open, onOpenChange, trigger }: Opening) {
  const [isOpenByButton, setOpenByButton] = useState(false);
  const isOpen = open ?? isOpenByButton;
  const change = (isToOpen: boolean) => {
    setOpenByButton(isToOpen);
    onOpenChange?.(isToOpen);
  };
  const pressed = trigger as ReactElement<ComponentProps<'button'>> | undefined;
  const button = pressed
    ? cloneElement(pressed, {
        'aria-haspopup': 'dialog',
        'aria-expanded': isOpen,
        onClick: (event: MouseEvent<HTMLButtonElement>) => {
          pressed.props.onClick?.(event);
          // Safari leaves the focus where it was, and a window gives it back to where it found it.
          event.currentTarget.focus();
          change(true);
        },
      })
    : null;
  return { isOpen, change, button };
}
