'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useConnectionState, useNews } from '@/components/live/live-provider';
import { useClock } from '@/components/ui/clock';
import { useChange } from '@/components/use-change';
import { hasPhone, type PhoneKind } from '@/lib/domain/employees/phone-kind';
import type { ChosenPresence } from '@/lib/domain/employees/presence';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { usePresenceWords } from './presence-words';

type OwnPresence = {
  presence: PresenceView;
  /** Calls are joined on it; without one nothing rings. */
  hasPhone: boolean;
  phoneKind: PhoneKind;
  /** No call can ring here, whatever was chosen: the connection is lost, or the server holds the console for gone. */
  isUnreachable: boolean;
  choose: (chosen: ChosenPresence) => Promise<boolean>;
  /** Takes one more minute after a call, or is ready for the next. */
  changeAfterCall: (change: 'extend' | 'end') => Promise<boolean>;
  isChoosing: boolean;
  error: ApiError | null;
  clearError: () => void;
};

const OwnPresenceContext = createContext<OwnPresence | null>(null);

/** Whoever was away for longer without a connection chooses anew. */
const presenceGoodForMs = 15 * 60_000;

type Me = { presence: PresenceView; employee: { phone: string | null; phoneKind: PhoneKind } };

/** The signed-in person's own state, read again when it changed. */
export function OwnPresenceProvider({ initial, children }: { initial: Me; children: ReactNode }) {
  const [me, setMe] = useState(initial);
  // The page was made before this console connected, when the server had to hold it for gone.
  const [isReadHere, setReadHere] = useState(false);
  const state = useConnectionState();
  const { employeeId } = initial.presence;

  const refresh = useCallback(async () => {
    try {
      setMe(await api.get<Me>('/me'));
      setReadHere(true);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }, []);
  useNews(['presence', 'call', 'employee'], (news) => {
    if (news === 'resync' || news.noun === 'call' || news.nounId === employeeId) void refresh();
  });
  useEffect(() => {
    if (state === 'open') void refresh();
  }, [state, refresh]);

  const saves = useTranslations('saves.about');
  const words = usePresenceWords();
  const { run, busy, error, clearError } = useChange(
    (chosen: ChosenPresence, options) => api.put<PresenceView>('/presence', { chosen }, options),
    {
      onDone: (presence) => setMe((before) => ({ ...before, presence })),
      waiting: (chosen) => ({
        about: saves('presence', { state: words.chosen(chosen) }),
        lane: 'presence',
        replaces: true,
        goodForMs: presenceGoodForMs,
      }),
    },
  );
  const afterCall = useChange(
    (change: 'extend' | 'end', { key }) =>
      api.post<PresenceView>('/presence/after-call', { change }, { key }),
    {
      onDone: (presence) => setMe((before) => ({ ...before, presence })),
      onRefused: () => void refresh(),
    },
  );
  const { afterCallUntil } = me.presence;
  const clock = useClock();
  useEffect(() => {
    if (afterCallUntil === null) return;
    const over = setTimeout(() => void refresh(), Math.max(0, afterCallUntil - clock.now()) + 100);
    return () => clearTimeout(over);
  }, [afterCallUntil, clock, refresh]);
  const value = useMemo(
    () => ({
      presence: me.presence,
      hasPhone: hasPhone(me.employee),
      phoneKind: me.employee.phoneKind,
      isUnreachable: state === 'lost' || (isReadHere && me.presence.derived === 'unreachable'),
      choose: run,
      changeAfterCall: afterCall.run,
      isChoosing: busy,
      error,
      clearError,
    }),
    [me, state, isReadHere, run, afterCall.run, busy, error, clearError],
  );
  return <OwnPresenceContext value={value}>{children}</OwnPresenceContext>;
}

export function useOwnPresence(): OwnPresence {
  const presence = useContext(OwnPresenceContext);
  if (!presence) throw new Error('useOwnPresence needs an OwnPresenceProvider above it');
  return presence;
}
