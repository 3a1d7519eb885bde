'use client';

import { createContext, useContext } from 'react';
import type { StepTraffic, Traffic } from '@/lib/domain/call-scripts/traffic';
import type { TrafficAddress } from './traffic-address';

type Known = { address: TrafficAddress; traffic: Traffic };

export const TrafficContext = createContext<Known | null>(null);

/** The figures of the call script on the screen. */
export function useTraffic() {
  const known = useContext(TrafficContext);
  if (!known) throw new Error('figures are shown outside the screen of a call script');
  const { ways, steps, unlistedAnswers } = known.traffic;
  return {
    ...known,
    ofStep: (step: string): StepTraffic | undefined => steps.find((row) => row.step === step),
    ofWay: (step: string, event: string, answer: number | null, nextStep: string) =>
      ways.find(
        (way) =>
          way.step === step && way.event === event && way.answer === answer && way.nextStep === nextStep,
      ),
    unlistedAt: (step: string) => unlistedAnswers?.[step] ?? 0,
  };
}
