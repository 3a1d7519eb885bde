'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useOneAtATime } from '@/components/calls/my-calls-provider';
import { useConnectionState, useNews } from '@/components/live/live-provider';
import { useClock } from '@/components/ui/clock';
import type { Person } from '@/lib/domain/employees/employee';
import { isHeadOf } from '@/lib/domain/employees/permissions';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { outOfReachAmong } from './out-of-reach';

const nobody: readonly PresenceView[] = [];

const OutOfReachContext = createContext<readonly PresenceView[] | null>(nobody);

/** Tells a head, on every page, which of their people chose to be available and cannot be rung. */
export function OutOfReachProvider({ person, children }: { person: Person; children: ReactNode }) {
  return isHeadOf(person, person.departmentId) ? (
    <Watch person={person}>{children}</Watch>
  ) : (
    <OutOfReachContext value={nobody}>{children}</OutOfReachContext>
  );
}

function Watch({ person, children }: { person: Person; children: ReactNode }) {
  const { id, departmentId } = person;
  const [people, setPeople] = useState<readonly PresenceView[] | null>(null);
  const [told, setTold] = useState<readonly PresenceView[] | null>(null);
  const clock = useClock();
  const state = useConnectionState();
  const read = useCallback(async () => {
    try {
      const { rows } = await api.get<{ rows: PresenceView[] }>(`/presence?departmentId=${departmentId}`);
      setPeople(rows);
    } catch (error) {
      // Without an answer the next news, or the connection coming back, reads again.
      if (!(error instanceof ApiError)) throw error;
    }
  }, [departmentId]);
  const refresh = useOneAtATime(read);
  useNews(['presence', 'employee', 'peopleOfCall'], () => void refresh());
  useEffect(() => {
    if (state === 'open') void refresh();
  }, [state, refresh]);
  useEffect(() => {
    if (!people) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const now = clock.now();
      const { rows, nextAt } = outOfReachAmong(people, { now, but: id });
      setTold(rows);
      if (nextAt !== null) timer = setTimeout(look, Math.max(0, nextAt - now) + 100);
    };
    look();
    return () => clearTimeout(timer);
  }, [people, clock, id]);
  return <OutOfReachContext value={told}>{children}</OutOfReachContext>;
}

/** Nobody for who is no head; null until it was read. */
export const useOutOfReach = () => useContext(OutOfReachContext);
