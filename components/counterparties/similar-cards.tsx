'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { InlineAlert } from '@/components/ui/inline-alert';
import { TextLink } from '@/components/ui/text-link';
import type { SimilarCard } from '@/lib/domain/counterparties/duplicates.contract';
import { StatusBadge } from './status-badge';

type Typed = { name: string; phone: string; city: string; inn?: string; email?: string };

const typingPauseMs = 400;
const fewestLetters = 3;

/** Says, while a new card is typed, that there seems to be one already; nothing is kept from being saved. */
export function SimilarCards({ name, phone, city, inn = '', email = '' }: Typed) {
  const t = useTranslations('duplicates');
  const [cards, setCards] = useState<SimilarCard[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const controller = new AbortController();
    const typed = { name: name.trim().length < fewestLetters ? '' : name, phone, inn, email };
    if (Object.values(typed).every((value) => value.trim() === '')) {
      setCards([]);
      return;
    }
    timer.current = setTimeout(() => {
      api
        .get<{ cards: SimilarCard[] }>('/counterparties/similar', {
          query: { ...typed, city },
          signal: controller.signal,
        })
        .then(
          (answer) => setCards(answer.cards),
          () => undefined,
        );
    }, typingPauseMs);
    return () => {
      clearTimeout(timer.current);
      controller.abort();
    };
  }, [name, phone, city, inn, email]);
  return (
    <div role="status" className="desk:col-span-2">
      {cards.length > 0 ? (
        <InlineAlert tone="warning">
          <span className="font-medium">{t('similar')}</span>
          <ul className="mt-1 flex flex-col gap-1">
            {cards.map((card) => (
              <li key={card.id} className="flex flex-wrap items-center gap-2">
                <TextLink href={`/counterparties/${card.id}`}>{card.name}</TextLink>
                <StatusBadge status={card.status} />
                <span className="text-soft text-sm">
                  {[
                    card.city,
                    t('similarBy', { what: card.likeness.map((one) => t(`likeness.${one}`)).join(', ') }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </InlineAlert>
      ) : null}
    </div>
  );
}
