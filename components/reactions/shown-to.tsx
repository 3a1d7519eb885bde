'use client';

import { Eye } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { useNow } from '@/components/ui/clock';
import { dayMs, minuteMs } from '@/lib/domain/duration';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';

/** «У начальника отдела с 14:05»: whom an overdue next reaction was shown to last. */
export function ShownTo({ next }: { next: Pick<NextReactionView, 'shownTo'> }) {
  const t = useTranslations('reactions.shownSince');
  const format = useFormatter();
  const now = useNow(minuteMs);
  const { shownTo } = next;
  if (!shownTo) return null;
  const at = format.dateTime(shownTo.at, now - shownTo.at < dayMs / 2 ? 'time' : 'dateTime');
  return (
    <Badge tone="danger" icon={<Eye aria-hidden="true" />}>
      {t(shownTo.listener, { at })}
    </Badge>
  );
}
