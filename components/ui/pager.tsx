'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ButtonLink } from './button-link';

type Props = {
  /** Address of the first page, null when this is it. */
  firstHref?: string | null;
  /** Address with the cursor of the next page, null on the last. */
  nextHref?: string | null;
};

/** Pages by cursor: forward, and back to the beginning. */
export function Pager({ firstHref, nextHref }: Props) {
  const t = useTranslations('common.table');
  if (!firstHref && !nextHref) return null;
  return (
    <nav aria-label={t('pages')} className="flex justify-center gap-2 p-3">
      {nextHref ? <p className="hidden print:block">{t('morePrinted')}</p> : null}
      {firstHref ? (
        <ButtonLink href={firstHref} icon={<ChevronLeft aria-hidden="true" />}>
          {t('first')}
        </ButtonLink>
      ) : null}
      {nextHref ? (
        <ButtonLink href={nextHref}>
          {t('next')}
          <ChevronRight aria-hidden="true" />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
