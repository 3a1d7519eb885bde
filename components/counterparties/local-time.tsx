'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useNow } from '@/components/ui/clock';
import { minuteMs } from '@/lib/domain/duration';

/** What time it is at the client's. */
export function LocalTime({ timeZone }: { timeZone: string | null }) {
  const t = useTranslations('counterparties');
  const format = useFormatter();
  const now = useNow(minuteMs);
  if (!timeZone) return null;
  const time = format.dateTime(now, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  return <span className="text-soft tabular-nums">{t('localTime', { time })}</span>;
}
