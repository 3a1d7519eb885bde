'use client';

import clsx from 'clsx';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import type { HourRow } from '@/lib/domain/reports/reports.contract';
import { FormulaList } from './formula-list';
import { FormulaNote } from './formula-note';
import { type HeatMode, heatCells, heatModes, heatStep } from './heat-cells';
import { type ReportAddress, rowsHref } from './report-link';
import { useWeekdayName } from './use-weekday-name';

/** One hue in five steps; the number in the cell says the same. */
const steps = [
  'text-soft',
  'bg-[color-mix(in_oklab,var(--color-accent)_10%,var(--color-surface))]',
  'bg-[color-mix(in_oklab,var(--color-accent)_20%,var(--color-surface))]',
  'bg-[color-mix(in_oklab,var(--color-accent)_30%,var(--color-surface))]',
  'bg-accent text-on-accent',
];

/** Calls by weekday and hour, as a table with its numbers in tinted cells. */
export function HeatMapTab({ hours, address }: { hours: readonly HourRow[]; address: ReportAddress }) {
  const t = useTranslations('reports');
  const words = useTranslations('reports.heatMap');
  const formulas = useTranslations('reports.columnFormulas.heatMap');
  const format = useFormatter();
  const weekdayName = useWeekdayName();
  const [mode, setMode] = useState<HeatMode>('queued');
  if (hours.length === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  const { cells, first, last, most } = heatCells(hours, mode);
  const columns = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const cellOf = (weekday: number, hour: number, value: number | null) => {
    if (value === null) return null;
    const text = mode === 'lost' ? format.number(value, 'percent') : String(value);
    if (value === 0) return text;
    const time = t('calls.hour', { hour: String(hour), next: String(hour + 1) });
    return (
      <Link
        href={rowsHref(address, 'calls', mode, { part: { weekday, hour } })}
        aria-label={`${text}: ${weekdayName(weekday)}, ${time}, ${words(mode)}`}
        className="block underline decoration-1 underline-offset-2 hover:decoration-2"
      >
        {text}
      </Link>
    );
  };
  return (
    <Panel
      title={words('caption')}
      actions={
        <>
          <FormulaNote name={words(mode)} text={formulas(mode)} />
          <Segmented
            label={words('mode')}
            options={heatModes.map((value) => ({ value, label: words(value) }))}
            value={mode}
            onValueChange={setMode}
          />
        </>
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
                      {cellOf(weekday, hour, value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="pt-2 text-faint text-sm">{words('legend')}</p>
      <FormulaList formulas={[{ name: words(mode), text: formulas(mode) }]} />
    </Panel>
  );
}
