'use client';

import { useFormatter } from 'use-intl';
import { formatDuration } from '@/components/ui/format-duration';
import type { Figure } from '@/lib/domain/reports/reports.contract';

/** A figure as people read it: a share in percent, a length as a clock shows it. */
export function useFigureText(): (unit: Figure['unit'], value: number) => string {
  const format = useFormatter();
  return (unit, value) =>
    unit === 'share' ? format.number(value, 'percent') : formatDuration(Math.round(value / 1000));
}
