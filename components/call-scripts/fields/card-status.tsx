'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import type { CounterpartyStatus } from '@/lib/domain/counterparties/counterparty';

const TONES = { client: 'good', dealer: 'accent', prospect: 'warning' } as const;

export function CardStatus({ status }: { status: CounterpartyStatus }) {
  const t = useTranslations('counterparties.status');
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
