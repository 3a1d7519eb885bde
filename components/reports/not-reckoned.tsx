'use client';

import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import type { Narrowing } from '@/lib/domain/reports/not-reckoned';

/** In the place of numbers that have no meaning for what the report is narrowed to. */
export function NotReckoned({ narrowing }: { narrowing: Narrowing }) {
  const t = useTranslations('reports');
  return <EmptyState title={t(`notReckonedTitle.${narrowing}`)} text={t('notReckonedText')} />;
}
