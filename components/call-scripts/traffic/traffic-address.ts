import type { StayFigure } from '@/lib/domain/call-scripts/traffic';
import type { Period, PeriodPreset, PeriodProblem } from '@/lib/domain/reports/period';
import type { CallScriptView } from '../call-script-views';

/** Of when, and of which versions, the figures of a call script are, and where on its screen, as its address says. */
export type TrafficAddress = {
  scriptId: string;
  preset: PeriodPreset;
  period: Period;
  problem: PeriodProblem | null;
  /** Of the chart; the newest one, unless another is named. */
  machineVersion?: number;
  wordingVersion?: number;
  view: CallScriptView;
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
}: Pick<TrafficAddress, 'period' | 'machineVersion' | 'wordingVersion'>) => ({
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

/** The call script with the same figures, where they were opened: on the same tab, beside the same step. */
export function scriptHref(address: TrafficAddress, step: string): string {
  const query = inAddress(address);
  query.set('step', step);
  return `/call-scripts/${address.scriptId}?${query}`;
}

function inAddress({ period, machineVersion, wordingVersion, view }: TrafficAddress): URLSearchParams {
  const query = new URLSearchParams({ period: 'own', from: period.from, until: period.until });
  if (machineVersion !== undefined) query.set('chart', String(machineVersion));
  if (wordingVersion !== undefined) query.set('words', String(wordingVersion));
  if (view !== 'graph') query.set('view', view);
  return query;
}
