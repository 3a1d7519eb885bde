'use client';

import { TextLink } from '@/components/ui/text-link';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { useReactionName } from './reaction-name';

/** The counterparty; of a missed call, whose card its number is known by, and the number to call (IN-7). */
export function CallerCell({ next }: { next: NextReactionView }) {
  const { numberOf } = useReactionName();
  const { counterparty, cardsOfNumber } = next;
  const cards = counterparty ? [counterparty] : cardsOfNumber;
  const number = counterparty ? null : numberOf(next);
  if (cards.length === 0) return number || '—';
  return (
    <span className="flex flex-col">
      {cards.map((card) => (
        <TextLink key={card.id} href={`/counterparties/${card.id}`}>
          {card.name}
        </TextLink>
      ))}
      {number ? <span className="text-soft text-sm tabular-nums">{number}</span> : null}
    </span>
  );
}
