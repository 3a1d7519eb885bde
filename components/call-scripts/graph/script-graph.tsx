'use client';

import '@xyflow/react/dist/base.css';
import { Background, type Edge, type Node, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { InlineAlert } from '@/components/ui/inline-alert';
import { Skeleton } from '@/components/ui/skeleton';
import type { ScriptGraph } from '@/lib/domain/call-scripts/graph';
import type { WayTraffic } from '@/lib/domain/call-scripts/traffic';
import { useTraffic } from '../traffic/traffic-context';
import { Everywhere } from './everywhere';
import { GraphControls } from './graph-controls';
import { type LaidOut, layOut } from './lay-out';
import { StepNode, type StepNodeData } from './step-node';
import { WayEdge, type WayEdgeData } from './way-edge';

const nodeTypes = { step: StepNode };
const edgeTypes = { way: WayEdge };
const leastZoom = 0.15;
const readableZoom = 0.75;

type Props = {
  graph: ScriptGraph;
  selectedId: string;
  onSelect: (stepId: string) => void;
};

/** The deployed chart drawn left to right; its twin for keyboards and screen readers is the list. */
export function GraphView(props: Props) {
  const t = useTranslations('callScriptPage.graph');
  const laidOut = useLayout(props.graph);
  if (laidOut === 'failed') return <InlineAlert tone="warning">{t('failed')}</InlineAlert>;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <section
        aria-label={t('label')}
        className="h-[max(28rem,calc(100dvh-var(--shell-top,0px)-15rem))] overflow-hidden rounded-lg border border-line bg-canvas"
      >
        {laidOut ? (
          <ReactFlowProvider>
            <Drawing {...props} laidOut={laidOut} />
          </ReactFlowProvider>
        ) : (
          <div className="p-4">
            <p className="pb-2 text-soft">{t('drawing')}</p>
            <Skeleton className="h-64 w-full" />
          </div>
        )}
      </section>
      <Everywhere graph={props.graph} onSelect={props.onSelect} />
    </div>
  );
}

/** The chart does not change while the page is open, so that it is laid out once. */
function useLayout(graph: ScriptGraph): LaidOut | 'failed' | null {
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
  return laidOut;
}

function Drawing({ graph, selectedId, onSelect, laidOut }: Props & { laidOut: LaidOut }) {
  const { ways } = useTraffic().traffic;
  const nodes = useMemo<Node<StepNodeData>[]>(
    () =>
      laidOut.steps.map(({ id, x, y, width, height, ways }) => ({
        id,
        type: 'step',
        position: { x, y },
        width,
        height,
        data: {
          step: graph.nodes.find((node) => node.id === id)!,
          ways,
          isSelected: id === selectedId,
          onSelect,
        },
      })),
    [laidOut, graph, selectedId, onSelect],
  );
  const edges = useMemo<Edge<WayEdgeData>[]>(
    () =>
      laidOut.ways.map(({ id, from, to, event, answer, points, isConditional }) => {
        const isLit = from === selectedId || to === selectedId;
        return {
          id,
          source: from,
          target: to,
          type: 'way',
          zIndex: isLit ? 1 : 0,
          domAttributes: { 'aria-hidden': true },
          data: { points, isConditional, isLit, share: shareOf(ways, { from, to, event, answer }) },
        };
      }),
    [laidOut, selectedId, ways],
  );
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      minZoom={leastZoom}
      maxZoom={1.5}
      fitView
      fitViewOptions={{ nodes: firstInSight(laidOut), maxZoom: 1, minZoom: readableZoom, padding: 0.06 }}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      zoomOnScroll={false}
      panOnScroll
      proOptions={{ hideAttribution: true }}
    >
      <Background color="var(--color-line)" gap={24} />
      <GraphControls />
    </ReactFlow>
  );
}

function shareOf(
  ways: readonly WayTraffic[],
  { from, to, event, answer }: { from: string; to: string; event: string; answer: number | null },
): number {
  const taken = ways.find(
    (way) => way.step === from && way.nextStep === to && way.event === event && way.answer === answer,
  );
  return taken?.share ?? 0;
}

/** The drawing opens where the conversation begins, at a size one can read. */
function firstInSight({ steps }: LaidOut) {
  const [first] = [...steps].sort((one, other) => one.x - other.x);
  const near = steps.filter(({ x }) => first && x < first.x + 3 * first.width);
  return near.map(({ id }) => ({ id }));
}
