'use client';

import { useSyncExternalStore } from 'react';
import { isLeadSoundOn, onLeadSoundChange } from './lead-sound';
import { useLeads } from './leads-provider';
import { useLeadSignals } from './use-lead-signals';

/** IN-11: a new lead makes itself heard on whatever page its people are. */
export function LeadAlerts() {
  const { waiting } = useLeads();
  const isSounding = useSyncExternalStore(onLeadSoundChange, isLeadSoundOn, () => true);
  useLeadSignals(waiting, { isSounding });
  return null;
}
