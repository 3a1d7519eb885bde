'use client';

import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { TextLink } from '@/components/ui/text-link';
import type { RoundTrends } from '@/lib/domain/rounds/round-views';

export const trendOutcomes = ['satisfied', 'dissatisfied', 'notReached', 'refused', 'missed'] as const;
export type TrendOutcome = (typeof trendOutcomes)[number];
/** Of what a figure is; of the whole period and of the client of the address, unless named. */
export type Counting = { name: string; days?: { from: string; until: string }; clientId?: string };
export type TrendFigure = (count: number, outcome: TrendOutcome, of: Counting) => ReactNode;

/** A figure, which opens the rounds it counts where the list can show just those. */
export function useTrendFigure(
  { period, product, client }: RoundTrends,
  { maySeeAll }: { maySeeAll: boolean },
): TrendFigure {
  const t = useTranslations('rounds.trendsPage');
  const format = useFormatter();
  return (count: number, outcome: TrendOutcome, { name, days = period, clientId = client?.id }: Counting) => {
    const text = format.number(count);
    if (count === 0 || (product !== null && clientId === undefined)) return text;
    const filters = new URLSearchParams({
      ...{ show: 'ended', scope: maySeeAll ? 'all' : 'mine', outcome, from: days.from, until: days.until },
      ...(clientId !== undefined && { client: clientId }),
    });
    return (
      <TextLink
        href={`/rounds?${filters}`}
        aria-label={t('open', { count: text, name: `${name}, ${t(outcome)}` })}
      >
        {text}
      </TextLink>
    );
  };
}
