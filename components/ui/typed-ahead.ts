'use client';

import { useEffect, useRef } from 'react';

const longestPauseMs = 1000;

/**
 * Keeps what is typed after the key that opens a window until the window has come, and types it where the focus is then:
 * it was not meant for the page behind.
 */
export function useTypedAhead(isAwaited: boolean): void {
  const end = useRef(() => {});

  useEffect(() => {
    if (!isAwaited) {
      // It is here, and moves the focus a moment later.
      const waiting = setTimeout(() => end.current(), longestPauseMs);
      return () => clearTimeout(waiting);
    }
    let typed = '';
    const keep = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === 'Backspace') typed = typed.slice(0, -1);
      else if ([...event.key].length === 1) typed += event.key;
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const type = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
      // Whoever moved the focus has not come to an end of it yet.
      setTimeout(() => {
        end.current();
        if (typed && document.activeElement === target) document.execCommand('insertText', false, typed);
      });
    };
    end.current = () => {
      window.removeEventListener('keydown', keep, true);
      window.removeEventListener('focusin', type);
    };
    window.addEventListener('keydown', keep, true);
    window.addEventListener('focusin', type);
  }, [isAwaited]);

  useEffect(() => () => end.current(), []);
}
