'use client';

import { useEffect, useEffectEvent } from 'react';

/** Escape, or a press of anything else, calls off what was opened and has not come yet: the last press counts. */
export function useCalledOff(isAwaited: boolean, callOff: () => void): void {
  const end = useEffectEvent(callOff);
  useEffect(() => {
    if (!isAwaited) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end();
    };
    const press = () => end();
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('click', press, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('click', press, true);
    };
  }, [isAwaited]);
}
