'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { useOneAtATime } from '@/components/calls/my-calls-provider';
import { useConnectionState, useNews } from '@/components/live/live-provider';
import type { Person } from '@/lib/domain/employees/employee';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import type { WebhookView } from '@/lib/domain/webhooks/webhooks.contract';

const none: readonly WebhookView[] = [];
const WebhooksOffContext = createContext<readonly WebhookView[]>(none);

/** Tells an administrator, on every page, which webhooks went off without anybody switching them off. */
export function WebhooksOffProvider({ person, children }: { person: Person; children: ReactNode }) {
  return mayAdminister(person) ? (
    <Watch>{children}</Watch>
  ) : (
    <WebhooksOffContext value={none}>{children}</WebhooksOffContext>
  );
}

function Watch({ children }: { children: ReactNode }) {
  const [off, setOff] = useState(none);
  const state = useConnectionState();
  const read = useCallback(async () => {
    try {
      const { rows } = await api.get<{ rows: WebhookView[] }>('/webhooks');
      setOff(rows.filter(({ disabledAt, offReason }) => disabledAt !== null && offReason !== 'person'));
    } catch (error) {
      // Without an answer the next news, or the connection coming back, reads again.
      if (!(error instanceof ApiError)) throw error;
    }
  }, []);
  const refresh = useOneAtATime(read);
  useNews(['webhook'], () => void refresh());
  useEffect(() => {
    if (state === 'open') void refresh();
  }, [state, refresh]);
  return <WebhooksOffContext value={off}>{children}</WebhooksOffContext>;
}

export const useWebhooksOff = () => useContext(WebhooksOffContext);
