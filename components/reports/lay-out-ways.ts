/** A way through the columns of the diagram, from the left to the right, and how many went it. */
export type Way = { stops: readonly string[]; calls: number };

export type PlacedNode = {
  id: string;
  column: number;
  name: string;
  calls: number;
  top: number;
  height: number;
};
export type PlacedBand = {
  id: string;
  from: PlacedNode;
  to: PlacedNode;
  calls: number;
  fromTop: number;
  toTop: number;
  width: number;
};

type Frame = { height: number; gap: number; leastHeight: number };

/**
 * Places the stops of all ways in columns, each as high as its share of the calls, the most trodden on top, and the bands
 * between neighbours. Stops beyond the `most` of a column become one, named `other`.
 */
export function layOutWays(
  ways: readonly Way[],
  { most, other }: { most: number; other: string },
  frame: Frame,
) {
  const columns = ways[0]?.stops.length ?? 0;
  const known = Array.from({ length: columns }, (_, column) => topStops(ways, column, most));
  const through = ways.map(({ stops, calls }) => ({
    calls,
    stops: stops.map((stop, column) => (known[column]!.has(stop) ? stop : other)),
  }));
  const total = ways.reduce((sum, { calls }) => sum + calls, 0);
  const nodes: PlacedNode[] = [];
  for (let column = 0; column < columns; column += 1) {
    const sums = new Map<string, number>();
    for (const { stops, calls } of through) sums.set(stops[column]!, (sums.get(stops[column]!) ?? 0) + calls);
    const sorted = [...sums].sort(([, one], [, next]) => next - one);
    const free = frame.height - frame.gap * (sorted.length - 1);
    let top = 0;
    for (const [name, calls] of sorted) {
      const height = Math.max(frame.leastHeight, (calls / total) * free);
      nodes.push({ id: `${column} ${name}`, column, name, calls, top, height });
      top += height + frame.gap;
    }
  }
  return { nodes, bands: bandsOf(through, nodes), height: heightOf(nodes) };
}

function topStops(ways: readonly Way[], column: number, most: number): Set<string> {
  const sums = new Map<string, number>();
  for (const { stops, calls } of ways) sums.set(stops[column]!, (sums.get(stops[column]!) ?? 0) + calls);
  const sorted = [...sums].sort(([, one], [, next]) => next - one);
  return new Set(sorted.slice(0, most).map(([stop]) => stop));
}

function bandsOf(ways: readonly Way[], nodes: readonly PlacedNode[]): PlacedBand[] {
  const nodeOf = (column: number, name: string) => nodes.find(({ id }) => id === `${column} ${name}`)!;
  const sums = new Map<string, { from: PlacedNode; to: PlacedNode; calls: number }>();
  for (const { stops, calls } of ways) {
    for (let column = 0; column + 1 < stops.length; column += 1) {
      const [from, to] = [nodeOf(column, stops[column]!), nodeOf(column + 1, stops[column + 1]!)];
      const id = `${from.id} → ${to.id}`;
      sums.set(id, { from, to, calls: (sums.get(id)?.calls ?? 0) + calls });
    }
  }
  const left = new Map<string, number>();
  const entered = new Map<string, number>();
  const take = (used: Map<string, number>, node: PlacedNode, calls: number) => {
    const before = used.get(node.id) ?? 0;
    used.set(node.id, before + calls);
    return node.top + (before / node.calls) * node.height;
  };
  return [...sums]
    .sort(([, one], [, next]) => one.from.top - next.from.top || one.to.top - next.to.top)
    .map(([id, { from, to, calls }]) => ({
      id,
      from,
      to,
      calls,
      fromTop: take(left, from, calls),
      toTop: take(entered, to, calls),
      width: Math.max(1, Math.min((calls / from.calls) * from.height, (calls / to.calls) * to.height)),
    }));
}

const heightOf = (nodes: readonly PlacedNode[]) =>
  Math.max(0, ...nodes.map(({ top, height }) => top + height));
