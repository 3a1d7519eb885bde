'use client';

import { type RefObject, useEffect, useRef } from 'react';

type Options = {
  pane: RefObject<HTMLElement | null>;
  heading: RefObject<HTMLElement | null>;
  stepName: string;
  isFilling: boolean;
  isUnfinished: boolean;
};

/**
 * Moves the focus with the conversation: to the first empty field of a step that is filled in, else to its heading; after
 * a hang-up to what is still missing. Whoever types elsewhere is left alone.
 */
export function useStepFocus({ pane, heading, stepName, isFilling, isUnfinished }: Options): void {
  const before = useRef<{ stepName: string; isUnfinished: boolean } | null>(null);
  useEffect(() => {
    const was = before.current;
    before.current = { stepName, isUnfinished };
    const hasMoved = was?.stepName !== stepName;
    const hasJustLeft = isUnfinished && was !== null && !was.isUnfinished;
    if (!hasMoved && !hasJustLeft) return;
    const active = document.activeElement;
    const isTypingElsewhere =
      active instanceof HTMLElement && active.matches('input, textarea') && !pane.current?.contains(active);
    if (isTypingElsewhere) return;
    const empty = [...(pane.current?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [])].find(
      (field) => field.value === '' && !field.disabled && field.type !== 'hidden' && field.tabIndex >= 0,
    );
    const target = (isFilling || hasJustLeft ? empty : null) ?? heading.current;
    target?.focus({ preventScroll: target === heading.current });
  }, [pane, heading, stepName, isFilling, isUnfinished]);
}
