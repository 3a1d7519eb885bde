'use client';

import clsx from 'clsx';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import type { HourRow } from '@/lib/domain/reports/reports.contract';
import { type HeatMode, heatCells, heatModes, heatStep } from './heat-cells';

/** One hue in five steps; the number in the cell says the same. */
const steps = [
  'text-soft',
  'bg-[color-mix(in_oklab,var(--color-accent)_10%,var(--color-surface))]',
  'bg-[color-mix(in_oklab,var(--color-accent)_20%,var(--color-surface))]',
  'bg-[color-mix(in_oklab,var(--color-accent)_30%,var(--color-surface))]',
  'bg-accent text-on-accent',
];

/** Calls by weekday and hour, as a table with its numbers in tinted cells. */
export function HeatMapTab({ hours }: { hours: readonly HourRow[] }) {
  const t = useTranslations('reports');
  const words = useTranslations('reports.heatMap');
  const format = useFormatter();
  const [mode, setMode] = useState<HeatMode>('queued');
  if (hours.length === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  const { cells, first, last, most } = heatCells(hours, mode);
  const columns = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const weekdayName = (weekday: number) =>
    // 5 January 1970 was a Monday.
    format.dateTime(new Date((3 + weekday) * 86_400_000), { weekday: 'short', timeZone: 'UTC' });
  const textOf = (value: number | null) => {
    if (value === null) return '';
    return mode === 'lost' ? format.number(value, 'percent') : String(value);
  };
  return (
    <Panel
      title={words('caption')}
      actions={
        <Segmented
          label={words('mode')}
          options={heatModes.map((value) => ({ value, label: words(value) }))}
          value={mode}
          onValueChange={setMode}
        />
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="overflow-x-auto" aria-label={words('caption')} tabIndex={0}>
        <table className="w-full border-collapse text-center text-sm tabular-nums">
          <caption className="sr-only">{words('caption')}</caption>
          <thead>
            <tr>
              <th scope="col" className="px-2 text-left font-medium text-faint">
                {words('weekday')}
              </th>
              {columns.map((hour) => (
                <th key={hour} scope="col" className="px-1 font-medium text-faint">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
              <tr key={weekday}>
                <th scope="row" className="px-2 text-left font-medium">
                  {weekdayName(weekday)}
                </th>
                {columns.map((hour) => {
                  const value = cells.get(`${weekday} ${hour}`) ?? null;
                  return (
                    <td
                      key={hour}
                      className={clsx('h-8 min-w-8 border border-surface', steps[heatStep(value, most)])}
                    >
                      {textOf(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="pt-2 text-faint text-sm">{words('legend')}</p>
    </Panel>
  );
}
