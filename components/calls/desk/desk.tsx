'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { callAtHand } from '../call-side';
import { useMyCalls } from '../my-calls-provider';
import { IdleDesk, type LastCall } from './idle-desk';
import { LaterCallDesk } from './later-call-desk';

/** The desk shows the call its address names, which is the one at hand until another is chosen, and keeps it after its end. */
export function Desk({ lastCalls }: { lastCalls: readonly LastCall[] }) {
  const { calls, personId } = useMyCalls();
  const router = useRouter();
  const named = useSearchParams().get('call');
  const atHand = callAtHand(calls, personId)?.id ?? null;
  useEffect(() => {
    if (!named && atHand) router.replace(`/desk?call=${atHand}`);
  }, [named, atHand, router]);
  const callId = named ?? atHand;
  return callId ? <LaterCallDesk key={callId} callId={callId} /> : <IdleDesk lastCalls={lastCalls} />;
}
