import type { ELK, ElkNode } from 'elkjs/lib/elk-api';
import type { ScriptGraph } from '@/lib/domain/call-scripts/graph';
import { type Way, waysOfStep } from '@/lib/domain/call-scripts/ways-of-step';

/** Sizes are fixed, in px, so that the drawing does not depend on the language. */
export const drawn = { width: 288, headHeight: 76, rowHeight: 24, footHeight: 6 };

export type Point = { x: number; y: number };
export type LaidOutStep = Point & { id: string; width: number; height: number; ways: Way[] };
export type LaidOutWay = {
  id: string;
  from: string;
  to: string;
  event: string;
  answer: number | null;
  isConditional: boolean;
  points: Point[];
};
export type LaidOut = { steps: LaidOutStep[]; ways: LaidOutWay[] };

const layered = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '56',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.componentComponent': '28',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.mergeEdges': 'true',
};

/** Places every step and every way from one to another, left to right: a way starts at the row of its answer. */
export async function layOut(graph: ScriptGraph, elk: Pick<ELK, 'layout'>): Promise<LaidOut> {
  const steps = graph.nodes.map((node) => {
    const ways = waysOfStep(graph, node).filter(({ targets }) => targets.length > 0);
    const height =
      drawn.headHeight + ways.length * drawn.rowHeight + (ways.length > 0 ? drawn.footHeight : 0);
    return { id: node.id, width: drawn.width, height, ways };
  });
  const ways = steps.flatMap(({ id, ways }) =>
    ways.flatMap((way) =>
      way.targets.map(({ to, conditions }, at) => ({
        id: `${id} ${way.key} ${at}`,
        from: id,
        port: `${id} ${way.key}`,
        to,
        event: way.event,
        answer: way.answer?.number ?? null,
        isConditional: conditions.length > 0,
      })),
    ),
  );
  const placed = await elk.layout({
    id: 'script',
    layoutOptions: layered,
    children: steps.map((step) => ({
      id: step.id,
      width: step.width,
      height: step.height,
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      ports: portsOf(step),
    })),
    edges: ways.map(({ id, port, to }) => ({ id, sources: [port], targets: [`${to} in`] })),
  });
  return {
    steps: steps.map((step) => ({ ...step, ...placeOf(placed, step.id) })),
    ways: ways.map(({ port: _, ...way }) => ({ ...way, points: pointsOf(placed, way.id) })),
  };
}

function portsOf({ id, ways }: { id: string; ways: Way[] }) {
  const port = (name: string, x: number, y: number, side: 'WEST' | 'EAST') => ({
    id: `${id} ${name}`,
    x,
    y,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': side },
  });
  return [
    port('in', 0, drawn.headHeight / 2, 'WEST'),
    ...ways.map(({ key }, at) =>
      port(key, drawn.width, drawn.headHeight + (at + 0.5) * drawn.rowHeight, 'EAST'),
    ),
  ];
}

function placeOf(placed: ElkNode, id: string): Point {
  const child = placed.children?.find((one) => one.id === id);
  return { x: child?.x ?? 0, y: child?.y ?? 0 };
}

function pointsOf(placed: ElkNode, id: string): Point[] {
  const sections = placed.edges?.find((edge) => edge.id === id)?.sections ?? [];
  return sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
}
