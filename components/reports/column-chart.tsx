'use client';

import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

export type ChartSeries = { key: string; name: string; look: 'first' | 'second' };
type Props = { rows: Record<string, string | number>[]; series: readonly ChartSeries[]; label: string };

const fills = { first: 'var(--color-due-on-time)', second: 'var(--color-due-overdue)' };

/** Stacked columns. Every number of it stands in the table beside. */
export function ColumnChart({ rows, series, label }: Props) {
  return (
    <figure aria-label={label} className="h-64 w-full">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={rows} margin={{ top: 8, right: 8, bottom: 0, left: -16 }}>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="name"
            tick={{ fill: 'var(--color-soft)', fontSize: 12 }}
            stroke="var(--color-edge)"
          />
          <YAxis
            allowDecimals={false}
            tick={{ fill: 'var(--color-soft)', fontSize: 12 }}
            stroke="var(--color-edge)"
          />
          <Tooltip
            cursor={{ fill: 'var(--color-sunken)' }}
            contentStyle={{
              background: 'var(--color-raised)',
              border: '1px solid var(--color-line)',
              borderRadius: 6,
              color: 'var(--color-ink)',
            }}
          />
          <Legend formatter={(value) => <span style={{ color: 'var(--color-ink)' }}>{value}</span>} />
          {series.map(({ key, name, look }) => (
            <Bar
              key={key}
              dataKey={key}
              name={name}
              stackId="all"
              fill={fills[look]}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}
