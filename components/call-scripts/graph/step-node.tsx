'use client';

import { Handle, type Node, type NodeProps, Position, useReactFlow } from '@xyflow/react';
import clsx from 'clsx';
import { useFormatter, useTranslations } from 'use-intl';
import { useChartWords } from '@/components/call-scripts/use-chart-words';
import type { GraphNode } from '@/lib/domain/call-scripts/graph';
import type { Way } from '@/lib/domain/call-scripts/ways-of-step';
import { useTraffic } from '../traffic/traffic-context';
import { drawn } from './lay-out';

export type StepNodeData = {
  step: GraphNode;
  ways: Way[];
  isSelected: boolean;
  onSelect: (stepId: string) => void;
};

/** A step of the chart: its title, how calls went through it, and a row for each answer that leads on. The whole of it is one button. */
export function StepNode({
  data,
  positionAbsoluteX,
  positionAbsoluteY,
  height,
}: NodeProps<Node<StepNodeData>>) {
  const { step, ways, isSelected, onSelect } = data;
  const { ofStep, ofWay, unlistedAt } = useTraffic();
  const figures = ofStep(step.id);
  const unlistedCount = unlistedAt(step.id);
  const t = useTranslations('callScriptPage.graph');
  const { chart, event } = useChartWords();
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const { setCenter, getZoom } = useReactFlow();
  const showFocused = () =>
    setCenter(positionAbsoluteX + drawn.width / 2, positionAbsoluteY + (height ?? 0) / 2, {
      zoom: getZoom(),
      duration: 150,
    });
  return (
    <>
      <Handle type="target" position={Position.Left} className="invisible" isConnectable={false} />
      <button
        type="button"
        aria-pressed={isSelected}
        onClick={() => onSelect(step.id)}
        onFocus={({ currentTarget }) => {
          if (currentTarget.matches(':focus-visible')) void showFocused();
        }}
        className={clsx(
          'pointer-events-auto flex size-full flex-col rounded-md border text-left',
          step.isEnding ? 'bg-sunken' : 'bg-surface',
          isSelected ? 'border-accent ring-2 ring-accent' : 'border-edge hover:border-ink',
          step.kind === 'mandatory' && 'border-l-4 border-l-accent',
        )}
      >
        <span
          className="flex w-full shrink-0 items-center gap-2 px-2.5"
          style={{ height: drawn.headHeight - 2 }}
        >
          <span className="min-w-0 flex-1">
            <span className="line-clamp-2 font-semibold leading-4.5" title={chart('steps', step.id)}>
              {chart('steps', step.id)}
            </span>
            <span className="block truncate text-faint text-xs">
              {step.stage ? chart('stages', step.stage) : t('ending')}
              {step.kind === 'mandatory' ? ` · ${chart('kinds', step.kind)}` : ''}
            </span>
            <span className="block truncate text-soft text-xs tabular-nums">
              {figures && figures.calls > 0
                ? t(figures.medianSeconds === null ? 'calls' : 'callsAndSeconds', {
                    calls: figures.calls,
                    median: figures.medianSeconds ?? 0,
                    ninetieth: figures.ninetiethSeconds ?? 0,
                  })
                : t('noCalls')}
              {figures && figures.brokenOff > 0 ? ` · ${t('brokenOff', { calls: figures.brokenOff })}` : ''}
            </span>
          </span>
          {unlistedCount > 0 ? (
            <span className="rounded-full bg-danger px-1.5 font-semibold text-on-danger text-xs tabular-nums">
              <span aria-hidden="true">{unlistedCount}</span>
              <span className="sr-only">{t('unlisted', { count: unlistedCount })}</span>
            </span>
          ) : null}
        </span>
        {ways.map(({ key, answer, event: type, targets }) => (
          <span
            key={key}
            className="flex w-full items-center gap-2 border-line border-t px-2.5 text-soft text-xs"
            style={{ height: drawn.rowHeight }}
          >
            <span className="w-2.5 shrink-0 text-right font-semibold tabular-nums">
              {answer ? answer.number : '·'}
            </span>
            <span
              className="min-w-0 flex-1 truncate"
              title={answer ? chart('answers', answer.label) : event(type)}
            >
              {answer ? chart('answers', answer.label) : event(type)}
            </span>
            <span className="shrink-0 text-soft tabular-nums">
              {targets
                .map(({ to }) => ofWay(step.id, type, answer?.number ?? null, to))
                .map((taken) => (taken ? `${taken.calls} (${percent(taken.share)})` : '0'))
                .join(' / ')}
            </span>
          </span>
        ))}
      </button>
      <Handle type="source" position={Position.Right} className="invisible" isConnectable={false} />
    </>
  );
}
