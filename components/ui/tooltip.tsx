'use client';

import {
  cloneElement,
  type FocusEvent,
  type HTMLAttributes,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { later } from './later';

export type TooltipProps = {
  content: ReactNode;
  /** The element explained: it must pass on its props. */
  children: ReactElement;
  side?: 'top' | 'right' | 'bottom' | 'left';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

const shownAfterMs = 400;
/** The way of the pointer from what is explained to the words. */
const goneAfterMs = 150;

export const LaterTooltipWindow = later(() =>
  import('./tooltip-window').then(({ TooltipWindow }) => TooltipWindow),
);

/** A short explanation on hover and focus; never the only place of something needed, screen readers do not hear it. */
export function Tooltip({ content, children, side = 'top', open, onOpenChange }: TooltipProps) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [isNear, setNear] = useState(false);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const show = (isToShow: boolean, afterMs = 0) => {
    clearTimeout(waiting.current);
    const turn = () => {
      setNear(isToShow);
      onOpenChange?.(isToShow);
    };
    if (afterMs === 0) turn();
    else waiting.current = setTimeout(turn, afterMs);
  };
  const hide = () => show(false, goneAfterMs);

  const explained = children as ReactElement<HTMLAttributes<HTMLElement>>;
  const own = explained.props;
  const element = cloneElement(explained, {
    onPointerEnter: (event: PointerEvent<HTMLElement>) => {
      own.onPointerEnter?.(event);
      setAnchor(event.currentTarget);
      if (event.pointerType !== 'touch') show(true, shownAfterMs);
    },
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      own.onPointerLeave?.(event);
      if (event.pointerType !== 'touch') hide();
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      own.onFocus?.(event);
      setAnchor(event.currentTarget);
      if (event.currentTarget.matches(':focus-visible')) show(true);
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      own.onBlur?.(event);
      show(false);
    },
  });
  return (
    <>
      {element}
      {anchor && (open ?? isNear) ? (
        <LaterTooltipWindow
          {...{ content, side, anchor }}
          onOpenChange={(isToShow) => show(isToShow)}
          onPointerEnter={() => show(true)}
          onPointerLeave={hide}
        />
      ) : null}
    </>
  );
}
