'use client';

import NextLink from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { layOutWays, type PlacedBand, type PlacedNode, type Way } from './lay-out-ways';

type Props = {
  ways: readonly Way[];
  heads: readonly string[];
  label: string;
  nameOf: (column: number, stop: string) => string;
  /** Where the calls stand that went through these stops, null for any; stops put together lead nowhere. */
  hrefOf: (stops: readonly (string | null)[]) => string;
};

const frame = { height: 360, gap: 10, leastHeight: 14 };
const nodeWidth = 10;
const width = 960;
const headHeight = 24;
/** Of no stop: keys of stops have no spaces. */
const other = 'put together';

/** Bands from column to column, as wide as their share of the calls. The table beside it says the same in numbers. */
export function WaysDiagram({ ways, heads, label, nameOf, hrefOf }: Props) {
  const t = useTranslations('reports.ways');
  const { nodes, bands, height } = layOutWays(ways, { most: 8, other }, frame);
  const textOf = ({ column, name }: PlacedNode) => (name === other ? t('other') : nameOf(column, name));
  const hrefThrough = (...nodes: PlacedNode[]) =>
    nodes.some(({ name }) => name === other)
      ? null
      : hrefOf(heads.map((_, column) => nodes.find((node) => node.column === column)?.name ?? null));
  const step = (width - 180) / Math.max(1, heads.length - 1);
  const leftOf = (column: number) => column * step;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section aria-label={label} tabIndex={0} className="overflow-x-auto pb-4">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are links */}
      <svg
        role="group"
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
            <Pressable
              key={band.id}
              href={hrefThrough(band.from, band.to)}
              name={`${textOf(band.from)} → ${textOf(band.to)}: ${band.calls}`}
            >
              <path
                d={bandPath(band, leftOf(band.from.column) + nodeWidth, leftOf(band.to.column))}
                className="fill-accent opacity-25 hover:opacity-50"
              >
                <title>{`${textOf(band.from)} → ${textOf(band.to)}: ${band.calls}`}</title>
              </path>
            </Pressable>
          ))}
          {nodes.map((node) => (
            <Pressable
              key={node.id}
              href={hrefThrough(node)}
              name={nameAndText(textOf(node), node.calls).name}
            >
              <rect
                x={leftOf(node.column)}
                y={node.top}
                width={nodeWidth}
                height={node.height}
                className="fill-accent"
              />
              <text
                x={leftOf(node.column) + nodeWidth + 5}
                y={node.top + node.height / 2}
                dominantBaseline="middle"
                className="fill-ink text-[12px]"
              >
                {nameAndText(textOf(node), node.calls).text}
              </text>
            </Pressable>
          ))}
        </g>
      </svg>
    </section>
  );
}

/** A part of the drawing that leads to its calls. */
function Pressable({ href, name, children }: { href: string | null; name: string; children: ReactNode }) {
  if (href === null) return <g>{children}</g>;
  return (
    <NextLink href={href} prefetch={false} aria-label={name}>
      {children}
    </NextLink>
  );
}

/** What is drawn, and what it is called: in full too where it was shortened, and always with what is drawn. */
function nameAndText(full: string, calls: number): { name: string; text: string } {
  const isShortened = full.length > 24;
  const text = `${isShortened ? `${full.slice(0, 23)}…` : full} · ${calls}`;
  return { text, name: isShortened ? `${text} (${full})` : text };
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
