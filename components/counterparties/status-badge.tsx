'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import type { CounterpartyStatus } from '@/lib/domain/counterparties/counterparty';

const tones = { client: 'good', dealer: 'accent', prospect: 'plain' } as const;

/** Whether it has bought, resells, or has not bought yet. */
export function StatusBadge({ status }: { status: CounterpartyStatus }) {
  const t = useTranslations('counterparties.status');
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
