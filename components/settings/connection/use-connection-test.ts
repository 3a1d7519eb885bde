'use client';

import { useRef, useState } from 'react';
import { api } from '@/components/api';
import { ApiError } from '@/components/api-error';
import { type ConnectionCheck, connectionChecks, type Finding } from '@/lib/domain/connection/finding';

export type CheckState =
  | { is: 'waiting' }
  | { is: 'running' }
  | { is: 'done'; findings: Finding[] }
  | { is: 'unfinished'; error: ApiError };

export type CheckStates = Record<ConnectionCheck, CheckState>;

const allWaiting = () =>
  Object.fromEntries(connectionChecks.map((check) => [check, { is: 'waiting' }])) as CheckStates;

/** The checks one after another, each with its state; a second start while it runs is ignored. */
export function useConnectionTest() {
  const [states, setStates] = useState<CheckStates>(allWaiting);
  const [phase, setPhase] = useState<'fresh' | 'running' | 'over'>('fresh');
  const isRunning = useRef(false);

  const run = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    setPhase('running');
    setStates(allWaiting());
    for (const check of connectionChecks) {
      const put = (state: CheckState) => setStates((current) => ({ ...current, [check]: state }));
      put({ is: 'running' });
      put(await outcomeOf(check));
    }
    isRunning.current = false;
    setPhase('over');
  };

  return { states, phase, run };
}

async function outcomeOf(check: ConnectionCheck): Promise<CheckState> {
  try {
    const { findings } = await api.get<{ findings: Finding[] }>(`/settings/connection/${check}`);
    return { is: 'done', findings };
  } catch (error) {
    return { is: 'unfinished', error: error instanceof ApiError ? error : new ApiError('internal', 0) };
  }
}
