import ELK from 'elkjs/lib/elk.bundled.js';
import { expect, test } from 'vitest';
import { graphOf } from '@/lib/domain/call-scripts/graph';
import { inboundCall } from '@/lib/domain/call-scripts/inbound-call.script';
import { layOut } from './lay-out';

const graph = graphOf(inboundCall);

test('every step has a place of its own, and the greeting stands at the left of what follows', async () => {
  const { steps } = await layOut(graph, new ELK());
  expect(steps).toHaveLength(graph.nodes.length);
  for (const [at, one] of steps.entries()) {
    for (const other of steps.slice(at + 1)) {
      const isApart =
        one.x + one.width <= other.x ||
        other.x + other.width <= one.x ||
        one.y + one.height <= other.y ||
        other.y + other.height <= one.y;
      expect(isApart, `${one.id} and ${other.id}`).toBe(true);
    }
  }
  const x = (id: string) => steps.find((step) => step.id === id)!.x;
  expect(x('greeting')).toBeLessThan(x('fillingCard'));
  expect(x('fillingCard')).toBeLessThan(x('closing'));
});

test('every way is drawn from the row of its answer to the step it leads to', async () => {
  const { steps, ways } = await layOut(graph, new ELK());
  expect(ways.filter(({ points }) => points.length < 2)).toEqual([]);
  for (const { from, to, points } of ways) {
    const [left, reached] = [from, to].map((id) => steps.find((step) => step.id === id)!);
    expect(points[0]!.x).toBeCloseTo(left!.x + left!.width);
    expect(points.at(-1)!.x).toBeCloseTo(reached!.x);
  }
});
