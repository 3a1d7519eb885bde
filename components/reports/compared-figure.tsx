'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

/** A figure and, under it, what it was in the period compared with. */
export function ComparedFigure({ was, children }: { was: string | number | null; children: ReactNode }) {
  const t = useTranslations('reports');
  return (
    <>
      {children}
      {was === null ? null : (
        <span className="block whitespace-nowrap text-faint text-xs">{t('before', { value: was })}</span>
      )}
    </>
  );
}
