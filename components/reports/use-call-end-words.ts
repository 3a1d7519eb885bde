'use client';

import { useTranslations } from 'use-intl';
import type { CallEnd } from '@/lib/domain/reports/calls-part';

/** How a way through the house ended, as people read it. */
export function useCallEndWords(): (end: CallEnd) => string {
  const words = useTranslations('reports.ways');
  const outcomes = useTranslations('calls.outcomes');
  return (end) => (end === 'taken' || end === 'notTaken' ? words(end) : outcomes(end));
}
