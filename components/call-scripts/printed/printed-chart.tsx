'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ScriptGraph } from '@/lib/domain/call-scripts/graph';
import { drawn, type LaidOut, layOut } from '../graph/lay-out';
import { useChartWords } from '../use-chart-words';

/** The chart as one picture that keeps sharp at any size of paper; what it shows stands below it in words. */
export function PrintedChart({ graph }: { graph: ScriptGraph }) {
  const t = useTranslations('callScriptPage.graph');
  const { chart, event } = useChartWords();
  const [laidOut, setLaidOut] = useState<LaidOut | 'failed' | null>(null);
  const [shown] = useState(graph);
  useEffect(() => {
    let isLeft = false;
    void import('elkjs/lib/elk.bundled.js')
      .then(({ default: Elk }) => layOut(shown, new Elk()))
      .catch(() => 'failed' as const)
      .then((result) => {
        if (!isLeft) setLaidOut(result);
      });
    return () => {
      isLeft = true;
    };
  }, [shown]);
  if (laidOut === 'failed') return null;
  if (!laidOut) return <p className="text-soft">{t('drawing')}</p>;
  const { steps, ways } = laidOut;
  const points = [
    ...steps.map(({ x, y, width, height }) => ({ x: x + width, y: y + height })),
    ...ways.flatMap((way) => way.points),
  ];
  const width = Math.max(...points.map(({ x }) => x)) + margin;
  const height = Math.max(...points.map(({ y }) => y)) + margin;
  return (
    <svg
      role="img"
      aria-label={t('label')}
      viewBox={`${-margin} ${-margin} ${width + margin} ${height + margin}`}
      className="h-auto w-full text-ink"
    >
      {ways.map(({ id, points, isConditional }) => (
        <g key={id} stroke="currentColor" fill="none">
          <polyline
            points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
            strokeWidth={1.5}
            strokeDasharray={isConditional ? '5 4' : undefined}
          />
          <path d={`M ${points.at(-1)!.x} ${points.at(-1)!.y} l -8 -4 v 8 z`} fill="currentColor" />
        </g>
      ))}
      {steps.map(({ id, x, y, width, height, ways }) => (
        <g key={id} transform={`translate(${x} ${y})`}>
          <rect width={width} height={height} rx={6} fill="var(--color-surface)" stroke="currentColor" />
          <text x={10} y={20} fontSize={14} fontWeight={600} fill="currentColor">
            {shortened(chart('steps', id), 28)}
          </text>
          {ways.map(({ key, answer, event: type }, at) => (
            <text
              key={key}
              x={10}
              y={drawn.headHeight + (at + 0.65) * drawn.rowHeight}
              fontSize={12}
              fill="currentColor"
            >
              {shortened(
                `${answer?.number ?? '·'}  ${answer ? chart('answers', answer.label) : event(type)}`,
                36,
              )}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

const margin = 12;

/** A drawing has no room for more; the whole of it stands in the text. */
const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
