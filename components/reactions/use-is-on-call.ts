'use client';

import { useEffect } from 'react';
import { sideOf } from '@/components/calls/call-side';
import { useMyCalls } from '@/components/calls/my-calls-provider';

/** While a call rings or is talked in, what is shown of it is covered by no alert: they stay, hidden, until it is over. */
export function useIsOnCall(personId: string): boolean {
  const { calls } = useMyCalls();
  const isOnCall = calls.some((call) => !['unfinished', 'handedOver'].includes(sideOf(call, personId)));
  useEffect(() => {
    document.documentElement.toggleAttribute('data-on-call', isOnCall);
    return () => document.documentElement.removeAttribute('data-on-call');
  }, [isOnCall]);
  return isOnCall;
}
