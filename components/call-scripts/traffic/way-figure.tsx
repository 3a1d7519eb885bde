'use client';

import { useFormatter } from 'use-intl';
import type { Way } from '@/lib/domain/call-scripts/ways-of-step';
import { useChartWords } from '../use-chart-words';
import { CallsLink } from './calls-link';
import { useTraffic } from './traffic-context';

/** How many calls of the period took a way, and their share of those that came to its step. */
export function WayFigure({ step, way, to }: { step: string; way: Way; to: string }) {
  const format = useFormatter();
  const { chart, event } = useChartWords();
  const { ofWay } = useTraffic();
  const taken = ofWay(step, way.event, way.answer?.number ?? null, to);
  if (!taken) return null;
  const name = way.answer ? chart('answers', way.answer.label) : event(way.event);
  return (
    <span className="pl-2 tabular-nums">
      <CallsLink count={taken.calls} of={{ step, way: taken }} name={`${name} → ${chart('steps', to)}`} /> ·{' '}
      {format.number(taken.share, { style: 'percent', maximumFractionDigits: 0 })}
    </span>
  );
}
