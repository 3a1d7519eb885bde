import { weekdayOf } from '@/lib/domain/deadlines/time-zone';
import type { HourRow } from '@/lib/domain/reports/reports.contract';

export const heatModes = ['queued', 'answered', 'lost'] as const;
/** How many came, how many were answered, or which share was lost. */
export type HeatMode = (typeof heatModes)[number];

/** The numbers by «weekday hour», Monday = 1; hours before the first and after the last call of the day are left out. */
export function heatCells(hours: readonly HourRow[], mode: HeatMode) {
  const sums = new Map<string, { queued: number; answered: number }>();
  for (const { day, hour, queued, answered } of hours) {
    const key = `${weekdayOf(day)} ${hour}`;
    const sum = sums.get(key) ?? { queued: 0, answered: 0 };
    sums.set(key, { queued: sum.queued + queued, answered: sum.answered + answered });
  }
  const cells = new Map(
    [...sums].flatMap(([key, { queued, answered }]): [string, number][] => {
      if (mode !== 'lost') return [[key, mode === 'queued' ? queued : answered]];
      return queued === 0 ? [] : [[key, (queued - answered) / queued]];
    }),
  );
  const all = hours.map(({ hour }) => hour);
  return {
    cells,
    first: Math.min(...all),
    last: Math.max(...all),
    most: Math.max(0, ...cells.values()),
  };
}

/** Which of five steps a number is drawn in: 0 for nothing, 4 for the highest quarter. */
export function heatStep(value: number | null, most: number): number {
  if (value === null || value === 0 || most === 0) return 0;
  return Math.min(4, Math.ceil((value / most) * 4));
}
