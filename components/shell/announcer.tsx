'use client';

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Urgency = 'alert' | 'status';
type Announce = (text: string, urgency?: Urgency) => void;

const AnnouncerContext = createContext<Announce | null>(null);

/**
 * The two voices of the console for screen readers: `alert` interrupts (a call, something overdue), `status` waits
 * its turn (saved). Both regions stand in the page before there is anything to say, else they often stay silent.
 */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ alert: '', status: '' });

  const announce = useCallback<Announce>((text, urgency = 'status') => {
    // A region speaks only when its text changes: the same words twice differ by an invisible space.
    setSaid((before) => ({ ...before, [urgency]: before[urgency] === text ? `${text}\u00a0` : text }));
  }, []);

  return (
    <AnnouncerContext value={announce}>
      {children}
      <div role="alert" aria-live="assertive" aria-atomic="true" className="sr-only">
        {said.alert}
      </div>
      <div role="status" aria-live="polite" aria-atomic="true" className="sr-only">
        {said.status}
      </div>
    </AnnouncerContext>
  );
}

export function useAnnounce(): Announce {
  const announce = useContext(AnnouncerContext);
  if (!announce) throw new Error('useAnnounce needs an AnnouncerProvider above it');
  return announce;
}
