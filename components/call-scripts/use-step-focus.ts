'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { focusAfter, hasCallerJustLeft } from './step-focus';

type Options = {
  pane: RefObject<HTMLElement | null>;
  heading: RefObject<HTMLElement | null>;
  stepName: string;
  isFilling: boolean;
  isUnfinished: boolean;
  /** The caller hung up just now; whoever is typing keeps the focus and is told. */
  onCallerLeft: () => void;
};

/** Moves the focus with the conversation. @returns the jump to the first empty field, for those it did not move */
export function useStepFocus({
  pane,
  heading,
  stepName,
  isFilling,
  isUnfinished,
  onCallerLeft,
}: Options): () => void {
  const before = useRef<{ stepName: string; isUnfinished: boolean } | null>(null);
  const tell = useRef(onCallerLeft);
  tell.current = onCallerLeft;
  useEffect(() => {
    const was = before.current;
    const now = { stepName, isUnfinished };
    before.current = now;
    const isTyping = document.activeElement?.matches('input, textarea') ?? false;
    const move = focusAfter(was, { ...now, isFilling }, isTyping);
    if (hasCallerJustLeft(was, now)) tell.current();
    if (move === null) return;
    const target = (move === 'firstEmpty' ? firstEmpty(pane.current) : null) ?? heading.current;
    target?.focus({ preventScroll: target === heading.current });
  }, [pane, heading, stepName, isFilling, isUnfinished]);
  return () => (firstEmpty(pane.current) ?? heading.current)?.focus();
}

function firstEmpty(pane: HTMLElement | null): HTMLElement | undefined {
  return [...(pane?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [])].find(
    (field) => field.value === '' && !field.disabled && field.type !== 'hidden' && field.tabIndex >= 0,
  );
}
