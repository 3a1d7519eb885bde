'use client';

import { useEffect, useRef } from 'react';

const longestWaitMs = 5000;
const longestPauseMs = 1000;

/**
 * Keeps what is typed after the key that opens a window until the window has come, and types it where the focus is
 * then: it was not meant for the page behind. What does not come in time gives it back to the field of the page.
 */
export function useTypedAhead(isAwaited: boolean): void {
  const end = useRef(() => {});

  useEffect(() => {
    if (!isAwaited) {
      // It is here, and moves the focus a moment later.
      const waiting = setTimeout(() => end.current(), longestPauseMs);
      return () => clearTimeout(waiting);
    }
    const behind = document.activeElement;
    let typed = '';
    const typeInto = (field: Element | null) => {
      end.current();
      if (typed && isField(field) && document.activeElement === field) {
        document.execCommand('insertText', false, typed);
      }
    };
    const keep = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === 'Backspace') typed = typed.slice(0, -1);
      else if ([...event.key].length === 1) typed += event.key;
      else if (!pressed.includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const type = ({ target }: FocusEvent) => {
      // Whoever moved the focus has not come to an end of it yet.
      if (isField(target)) setTimeout(() => typeInto(target));
    };
    const waiting = setTimeout(() => typeInto(behind), longestWaitMs);
    end.current = () => {
      clearTimeout(waiting);
      window.removeEventListener('keydown', keep, true);
      window.removeEventListener('focusin', type);
    };
    window.addEventListener('keydown', keep, true);
    window.addEventListener('focusin', type);
  }, [isAwaited]);

  useEffect(() => () => end.current(), []);
}

/** What would press or leave something of the page behind. */
const pressed = ['Enter', 'Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Delete'];

const isField = (target: unknown): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
