'use client';

import { useTranslations } from 'use-intl';
import type { SupervisionView } from '@/lib/domain/calls/call-view';

/** What the person on the line is told of who is in their conversation; nothing before that one is there. */
export function useSupervisorWords() {
  const t = useTranslations('supervision.seen');
  return (supervision: SupervisionView | null): string | null => {
    if (!supervision || supervision.joinedAt === null) return null;
    const { name } = supervision.employee;
    return t(supervision.takesOver ? 'takesOver' : supervision.mode, { name });
  };
}
