'use client';

import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import type { Point } from './lay-out';

export type WayEdgeData = { points: Point[]; isConditional: boolean; isLit: boolean; share: number };

/** A way between two steps on the bends it was given; dashed where a condition chooses it, the thicker the more calls took it. */
export function WayEdge({ id, data }: EdgeProps<Edge<WayEdgeData>>) {
  if (!data) return null;
  const colour = data.isLit ? 'var(--color-accent)' : 'var(--color-edge)';
  const end = data.points.at(-1);
  return (
    <g>
      <BaseEdge
        id={id}
        path={roundedPath(data.points)}
        style={{
          stroke: colour,
          strokeWidth: (data.isLit ? 2.5 : 1.25) + data.share * thickest,
          strokeDasharray: data.isConditional ? '5 4' : undefined,
        }}
      />
      {end ? <path d={`M ${end.x} ${end.y} l -8 -4 v 8 z`} fill={colour} stroke="none" /> : null}
    </g>
  );
}

/** What every call of a step adds to its way, in px. */
const thickest = 4;
const cornerRadius = 6;

function roundedPath([first, ...rest]: Point[]): string {
  if (!first) return '';
  const parts = [`M ${first.x} ${first.y}`];
  let from = first;
  rest.forEach((point, at) => {
    const next = rest[at + 1];
    if (!next) {
      parts.push(`L ${point.x} ${point.y}`);
      return;
    }
    const before = towards(point, from);
    const after = towards(point, next);
    parts.push(`L ${before.x} ${before.y} Q ${point.x} ${point.y} ${after.x} ${after.y}`);
    from = point;
  });
  return parts.join(' ');
}

function towards(corner: Point, other: Point): Point {
  const distance = Math.hypot(other.x - corner.x, other.y - corner.y) || 1;
  const share = Math.min(cornerRadius, distance / 2) / distance;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}
