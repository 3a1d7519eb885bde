'use client';

import {
  type ComponentProps,
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useHere } from './later';
import { useCalledOff } from './use-called-off';

/** How a button was pressed: by a mouse, a finger, or a key. */
export type Press = { key: string } | { pointer: string; clicks: number };

/**
 * A button as long as nobody has pressed it, which needs nothing of what it opens, and how it was pressed. It stays until
 * the code of what it opens is here; what is drawn in its place then presses itself by `usePressAgain`.
 */
export function usePress(
  opened: Parameters<typeof useHere>[0],
  trigger: ReactElement,
  popup: 'menu' | 'dialog',
): { press: Press | null; button: ReactElement } {
  const [press, setPress] = useState<Press | null>(null);
  const isHere = useHere(opened, press !== null);
  useCalledOff(press !== null && !isHere, () => setPress(null));
  const pressed = trigger as ReactElement<ComponentProps<'button'>>;
  const button = cloneElement(pressed, {
    'aria-haspopup': popup,
    'aria-expanded': false,
    onClick: (event: MouseEvent<HTMLButtonElement>) => {
      pressed.props.onClick?.(event);
      const { pointerType = 'mouse' } = event.nativeEvent as PointerEvent;
      setPress({ pointer: pointerType, clicks: event.detail });
    },
    onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => {
      pressed.props.onKeyDown?.(event);
      if (popup !== 'menu' || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      setPress({ key: event.key });
    },
  });
  return { press: isHere ? press : null, button };
}

/** Presses the button that has taken the place of the pressed one, the same way and once. */
export function usePressAgain(press: Press): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const isPressed = useRef(false);
  useEffect(() => {
    if (isPressed.current) return;
    isPressed.current = true;
    button.current?.focus();
    button.current?.dispatchEvent(eventOf(press));
  }, [press]);
  return button;
}

function eventOf(press: Press): Event {
  const spreads = { bubbles: true, cancelable: true };
  return 'key' in press
    ? new window.KeyboardEvent('keydown', { ...spreads, key: press.key })
    : new window.PointerEvent('click', { ...spreads, detail: press.clicks, pointerType: press.pointer });
}
