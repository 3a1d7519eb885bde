'use client';

import { useLinkStatus } from 'next/link';
import { useTranslations } from 'use-intl';

/** At the head of the window while the page of a pressed link takes longer than a moment. */
export function OpeningSign() {
  const { pending } = useLinkStatus();
  return pending ? <Opening /> : null;
}

function Opening() {
  const t = useTranslations('common');
  return (
    <span className="pointer-events-none fixed inset-x-0 top-0 z-60 h-1 animate-appear-late overflow-hidden bg-accent-tint print:hidden">
      <span className="block h-full w-1/3 animate-pass bg-accent" />
      <span role="status" className="sr-only">
        {t('opening')}
      </span>
    </span>
  );
}
