'use client';

import { useTranslations } from 'use-intl';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import { StatusBadge } from './status-badge';

/** Other cards with something that only one counterparty should have, each to be compared with this one. */
export function CardDuplicates({ page: { card, duplicates } }: { page: CardPage }) {
  const t = useTranslations('counterparties');
  const words = useTranslations('duplicates');
  if (duplicates.length === 0) return null;
  return (
    <Panel title={t('duplicates')}>
      <ul className="flex flex-col gap-2">
        {duplicates.map((other) => (
          <li key={other.id} className="flex flex-wrap items-center gap-2">
            <TextLink href={`/counterparties/${other.id}`}>{other.name}</TextLink>
            <StatusBadge status={other.status} />
            <span className="text-soft">{other.city}</span>
            <TextLink
              href={`/counterparties/${card.id}/compare?with=${other.id}`}
              aria-label={words('compareOf', { one: card.name, other: other.name })}
            >
              {words('compare')}
            </TextLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
