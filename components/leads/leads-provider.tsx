'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useOneAtATime } from '@/components/calls/my-calls-provider';
import { useConnectionState, useNews } from '@/components/live/live-provider';
import type { LeadInbox, LeadView } from '@/lib/domain/leads/leads.contract';

type Leads = {
  /** Whether leads are this person's work, so that they sound here. */
  areMine: boolean;
  /** Leads that wait to be accepted; null until they were read. */
  waiting: readonly LeadView[] | null;
};

const LeadsContext = createContext<Leads>({ areMine: false, waiting: null });

/** The leads that wait for the sales department, on every page of its people, read again on every news of leads. */
export function LeadsProvider({ areMine, children }: { areMine: boolean; children: ReactNode }) {
  const [waiting, setWaiting] = useState<readonly LeadView[] | null>(null);
  const state = useConnectionState();
  const read = useCallback(async () => {
    if (!areMine) return;
    try {
      setWaiting((await api.get<LeadInbox>('/leads')).waiting);
    } catch (error) {
      // Without an answer the next news, or the connection coming back, reads again.
      if (!(error instanceof ApiError)) throw error;
    }
  }, [areMine]);
  const refresh = useOneAtATime(read);
  useNews(['lead'], () => void refresh());
  useEffect(() => {
    if (state === 'open') void refresh();
  }, [state, refresh]);
  const value = useMemo(() => ({ areMine, waiting }), [areMine, waiting]);
  return <LeadsContext value={value}>{children}</LeadsContext>;
}

export const useLeads = (): Leads => useContext(LeadsContext);
