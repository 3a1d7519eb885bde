import type { StayFigure } from '@/lib/domain/call-scripts/traffic';
import type { Period, PeriodPreset } from '@/lib/domain/reports/period';

/** Of when, and of which versions, the figures of a call script are, as its address says. */
export type TrafficAddress = {
  scriptId: string;
  preset: PeriodPreset;
  period: Period;
  problem: 'endsBeforeItBegins' | 'tooLong' | null;
  /** Of the chart; the newest one, unless another is named. */
  machineVersion?: number;
  wordingVersion?: number;
};

/** Which calls of a step: those a figure counts, or those that took a way. */
export type StepCalls = {
  step: string;
  figure?: StayFigure;
  way?: { event: string; answer: number | null; nextStep: string };
};

/** The same as the query of the API. */
export const trafficQueryOf = ({
  period,
  machineVersion,
  wordingVersion,
}: Omit<TrafficAddress, 'scriptId'>) => ({
  ...period,
  ...(machineVersion === undefined ? {} : { machineVersion }),
  ...(wordingVersion === undefined ? {} : { wordingVersion }),
});

/** Where the calls behind a figure stand. */
export function stepCallsHref(address: TrafficAddress, { step, figure, way }: StepCalls): string {
  const query = inAddress(address);
  query.set('step', step);
  if (figure && figure !== 'all') query.set('figure', figure);
  if (way) {
    query.set('event', way.event);
    if (way.answer !== null) query.set('answer', String(way.answer));
    query.set('next', way.nextStep);
  }
  return `/call-scripts/${address.scriptId}/calls?${query}`;
}

/** The call script with the same figures. */
export const scriptHref = (address: TrafficAddress) =>
  `/call-scripts/${address.scriptId}?${inAddress(address)}`;

function inAddress({ period, machineVersion, wordingVersion }: TrafficAddress): URLSearchParams {
  const query = new URLSearchParams({ period: 'own', from: period.from, until: period.until });
  if (machineVersion !== undefined) query.set('chart', String(machineVersion));
  if (wordingVersion !== undefined) query.set('words', String(wordingVersion));
  return query;
}
