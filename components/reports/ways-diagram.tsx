'use client';

import { useTranslations } from 'use-intl';
import { layOutWays, type PlacedBand, type Way } from './lay-out-ways';

type Props = { ways: readonly Way[]; heads: readonly string[]; label: string };

const frame = { height: 360, gap: 10, leastHeight: 14 };
const nodeWidth = 10;
const width = 960;
const headHeight = 24;

/** Bands from column to column, as wide as their share of the calls. The table beside it says the same in numbers. */
export function WaysDiagram({ ways, heads, label }: Props) {
  const t = useTranslations('reports.ways');
  const { nodes, bands, height } = layOutWays(ways, { most: 8, other: t('other') }, frame);
  const step = (width - 180) / Math.max(1, heads.length - 1);
  const leftOf = (column: number) => column * step;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section aria-label={label} tabIndex={0} className="overflow-x-auto pb-4">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${height + headHeight}`}
        className="h-auto w-full min-w-[44rem]"
      >
        {heads.map((head, column) => (
          <text key={head} x={leftOf(column)} y={14} className="fill-faint font-medium text-[12px]">
            {head}
          </text>
        ))}
        <g transform={`translate(0 ${headHeight})`}>
          {bands.map((band) => (
            <path
              key={band.id}
              d={bandPath(band, leftOf(band.from.column) + nodeWidth, leftOf(band.to.column))}
              className="fill-accent opacity-25"
            >
              <title>{`${band.from.name} → ${band.to.name}: ${band.calls}`}</title>
            </path>
          ))}
          {nodes.map(({ id, column, name, calls, top, height: nodeHeight }) => (
            <g key={id}>
              <rect
                x={leftOf(column)}
                y={top}
                width={nodeWidth}
                height={nodeHeight}
                className="fill-accent"
              />
              <text
                x={leftOf(column) + nodeWidth + 5}
                y={top + nodeHeight / 2}
                dominantBaseline="middle"
                className="fill-ink text-[12px]"
              >
                {`${name.length > 24 ? `${name.slice(0, 23)}…` : name} · ${calls}`}
              </text>
            </g>
          ))}
        </g>
      </svg>
    </section>
  );
}

function bandPath({ fromTop, toTop, width: thickness }: PlacedBand, left: number, right: number): string {
  const middle = (left + right) / 2;
  return [
    `M ${left} ${fromTop}`,
    `C ${middle} ${fromTop} ${middle} ${toTop} ${right} ${toTop}`,
    `L ${right} ${toTop + thickness}`,
    `C ${middle} ${toTop + thickness} ${middle} ${fromTop + thickness} ${left} ${fromTop + thickness}`,
    'Z',
  ].join(' ');
}
